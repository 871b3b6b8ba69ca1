package dev.goguard.benchmarks.runtime;

import java.util.concurrent.CountDownLatch;

/** A peer whose goroutines are plain virtual threads. */
abstract class VirtualThreads extends Peer {

  @Override
  final void run(Task main) {
    goAndJoin(main);
  }

  @Override
  final void go(Task task) {
    Thread.startVirtualThread(task);
  }

  @Override
  final void goAndJoin(Task task) {
    try {
      Thread.startVirtualThread(task).join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  final Group group(int goroutines) {
    return new LatchGroup(new CountDownLatch(goroutines));
  }

  @Override
  final void yieldNow() {
    Thread.yield();
  }

  private static final class LatchGroup extends Group {
    private final CountDownLatch latch;

    LatchGroup(CountDownLatch latch) {
      this.latch = latch;
    }

    @Override
    void await() {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    void go(Task task) {
      Thread.startVirtualThread(() -> {
        task.run();
        latch.countDown();
      });
    }
  }
}
