package sample;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.WaitGroup;
import java.util.concurrent.locks.ReentrantLock;

/** A million goroutines and threads, a few at a time, with races at the start and at the end. */
public final class LongRun {
  private static final int AT_A_TIME = 100;

  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Object MONITOR = new Object();
  private static final Chan<Cell> CELLS = Chan.make(AT_A_TIME);

  private static int atStart;
  private static int atEnd;
  private static int startAgain;
  private static int underLock;
  private static int underMonitor;

  private LongRun() {}

  private static void together(Runnable body) throws InterruptedException {
    Thread one = Thread.ofVirtual().start(body);
    Thread two = Thread.ofPlatform().start(body);
    one.join();
    two.join();
  }

  /** Ordered among themselves by a lock, a monitor and the handing on of a cell. */
  private static void work() {
    LOCK.lock();
    try {
      underLock++;
    } finally {
      LOCK.unlock();
    }
    synchronized (MONITOR) {
      underMonitor++;
    }
    Cell cell = CELLS.receive();
    cell.value++;
    CELLS.send(cell);
  }

  private static void batch(int size) throws InterruptedException {
    WaitGroup group = new WaitGroup();
    Thread[] threads = new Thread[size / 2];
    for (int i = 0; i < threads.length; i++) {
      group.add(1);
      Go.go(() -> {
        work();
        group.done();
      });
      threads[i] = Thread.startVirtualThread(LongRun::work);
    }
    group.await();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    together(() -> atStart++);
    together(() -> startAgain++);
    for (int i = 0; i < AT_A_TIME / 2; i++) {
      CELLS.send(new Cell());
    }
    for (int i = 0; i < count; i += AT_A_TIME) {
      batch(AT_A_TIME);
    }
    together(() -> startAgain--);
    together(() -> atEnd++);
    System.out.println(underLock + " " + underMonitor);
  }
}
