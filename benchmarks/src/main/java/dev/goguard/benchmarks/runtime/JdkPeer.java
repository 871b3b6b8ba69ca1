package dev.goguard.benchmarks.runtime;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Virtual threads and java.util.concurrent. */
final class JdkPeer extends VirtualThreads {

  @Override
  Pipe pipe(int capacity) {
    return new QueuePipe(queue(capacity));
  }

  private static BlockingQueue<Integer> queue(int capacity) {
    return capacity == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(capacity);
  }

  @Override
  long selectSum(Pipe[] pipes, int receives) {
    throw hasNone();
  }

  @Override
  Exclusion exclusion() {
    return new LockExclusion();
  }

  @Override
  Object park(AtomicInteger started) {
    var queue = new SynchronousQueue<Integer>();
    Thread.startVirtualThread(() -> {
      started.incrementAndGet();
      take(queue);
    });
    return queue;
  }

  private static Integer take(BlockingQueue<Integer> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class QueuePipe extends Pipe {
    private final BlockingQueue<Integer> queue;

    QueuePipe(BlockingQueue<Integer> queue) {
      this.queue = queue;
    }

    @Override
    void send(int value) {
      try {
        queue.put(value);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    int receive() {
      return take(queue);
    }
  }

  private static final class LockExclusion extends Exclusion {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    void lock() {
      lock.lock();
    }

    @Override
    void unlock() {
      lock.unlock();
    }
  }
}
