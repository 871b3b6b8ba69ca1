package corpus.race;

import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoBody;
import dev.goguard.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Runs the sides of a program at once, orders nothing between them, and waits for all. */
public final class Sides {
  private Sides() {}

  /** Each side on a goroutine of its own. */
  public static void goroutines(GoBody... sides) {
    WaitGroup running = new WaitGroup();
    running.add(sides.length);
    for (GoBody side : sides) {
      Go.go(() -> {
        try {
          side.run();
        } finally {
          running.done();
        }
      });
    }
    running.await();
  }

  /** One side on a new goroutine, the other one here. */
  public static void spawned(GoBody aside, GoBody here) throws Exception {
    WaitGroup running = new WaitGroup();
    running.go(aside);
    try {
      here.run();
    } finally {
      running.await();
    }
  }

  /** Each side on a platform thread of its own. */
  public static void threads(GoBody... sides) throws InterruptedException {
    List<Thread> started = new ArrayList<>();
    for (GoBody side : sides) {
      started.add(start(side));
    }
    for (Thread thread : started) {
      thread.join();
    }
  }

  /** One side on a new platform thread, the other one here. */
  public static void threaded(GoBody aside, GoBody here) throws Exception {
    Thread thread = start(aside);
    try {
      here.run();
    } finally {
      thread.join();
    }
  }

  /** Each side on a virtual thread of its own. */
  public static void virtualThreads(GoBody... sides) throws InterruptedException {
    List<Thread> started = new ArrayList<>();
    for (GoBody side : sides) {
      started.add(Thread.startVirtualThread(() -> run(side)));
    }
    for (Thread thread : started) {
      thread.join();
    }
  }

  /** A started platform thread. */
  public static Thread start(GoBody side) {
    Thread thread = new Thread(() -> run(side));
    thread.start();
    return thread;
  }

  /** Runs a side where no checked exception may leave. */
  public static void run(GoBody side) {
    try {
      side.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes what has been read. */
  public static void use(int value) {}

  /** Takes what has been read. */
  public static void use(long value) {}

  /** Takes what has been read. */
  public static void use(double value) {}

  /** Takes what has been read. */
  public static void use(boolean value) {}

  /** Takes what has been read. */
  public static void use(Object value) {}
}
