package sample;

import java.util.ArrayList;
import java.util.List;

/** Threads that are ordered by monitors, volatile fields and class initialisation alone. */
public final class Edges {
  private int counted;
  private long wide;
  private volatile boolean ready;
  private static int total;
  private static volatile long stamp;

  private static final class Made {
    static final List<int[]> CELLS = new ArrayList<>();
    static int size;

    static {
      CELLS.add(new int[] {7});
      size = CELLS.size();
    }
  }

  private synchronized int count(int by) {
    if (by < 0) {
      throw new IllegalArgumentException();
    }
    counted += by;
    wide += by;
    return counted;
  }

  private static synchronized void countAll() {
    total++;
  }

  private void work() {
    for (int i = 0; i < 100; i++) {
      count(1);
      countAll();
      try {
        count(-1);
      } catch (IllegalArgumentException e) {
        continue; // the monitor was released
      }
    }
    if (Made.CELLS.get(0)[0] + Made.size != 8) {
      throw new IllegalStateException();
    }
  }

  private void publish() {
    counted = 42;
    wide = 43;
    stamp = 1;
    ready = true;
  }

  private void await() {
    while (!ready) {
      Thread.onSpinWait();
    }
    System.out.println(counted + wide + stamp);
  }

  private static void together(Runnable... bodies) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Runnable body : bodies) {
      threads.add(new Thread(body));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Edges edges = new Edges();
    together(edges::work, edges::work, edges::work);
    System.out.println(edges.counted + " " + total);
    together(edges::publish, edges::await);
    if (args.length > 0) {
      together(() -> edges.counted++, () -> edges.counted++);
    }
  }
}
