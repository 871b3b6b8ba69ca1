package dev.goguard.runtime;

import dev.goguard.runtime.internal.SpinLock;
import java.util.concurrent.CountDownLatch;

/** Goroutines that are interrupted wait for a lock whose holder waits for another, unmounted. */
public final class SpinLockProgram {
  private static final SpinLock OUTER = new SpinLock();
  private static final SpinLock INNER = new SpinLock();
  private static final CountDownLatch HELD = new CountDownLatch(1);

  private SpinLockProgram() {}

  public static void main(String[] args) throws InterruptedException {
    INNER.lock();
    Thread holder = Thread.startVirtualThread(SpinLockProgram::takeBoth);
    HELD.await();
    Thread waiter = Thread.startVirtualThread(SpinLockProgram::takeInterrupted);
    Private.awaitInside(waiter, "parkNanos");
    INNER.unlock();
    holder.join();
    waiter.join();
  }

  private static void takeBoth() {
    OUTER.lock();
    HELD.countDown();
    INNER.lock();
    INNER.unlock();
    OUTER.unlock();
  }

  private static void takeInterrupted() {
    Thread.currentThread().interrupt();
    OUTER.lock();
    OUTER.unlock();
    System.out.print("interrupted: " + Thread.currentThread().isInterrupted());
  }
}
