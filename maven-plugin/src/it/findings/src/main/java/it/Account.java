package it;

import java.util.concurrent.locks.ReentrantLock;

class Account {
  private final ReentrantLock lock = new ReentrantLock();
  private long balance;

  Thread withdrawLater(long amount) {
    return Thread.ofVirtual().start(() -> withdraw(amount));
  }

  private void withdraw(long amount) {
    lock.lock();
    if (balance < amount) {
      return;
    }
    balance -= amount;
    lock.unlock();
  }
}
