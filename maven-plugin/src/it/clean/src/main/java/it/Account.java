package it;

import java.util.concurrent.locks.ReentrantLock;

class Account {
  private final ReentrantLock lock = new ReentrantLock();
  private long balance;

  Thread depositLater(long amount) {
    return Thread.ofVirtual().start(() -> deposit(amount));
  }

  private void deposit(long amount) {
    lock.lock();
    try {
      balance += amount;
    } finally {
      lock.unlock();
    }
  }
}
