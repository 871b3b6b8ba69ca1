package corpus.race.jls;

import static corpus.race.Sides.start;
import static corpus.race.Sides.use;

/** JLS 17.4.4: an interrupt synchronizes with whatever learns of it. */
final class Interrupts {
  private Interrupts() {}

  private static final class Shared {
    int data;
  }

  /** The interrupted thread asks its own status. */
  static void noRaceIsInterrupted() throws Exception {
    Shared s = new Shared();
    Thread thread = start(() -> {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.yield();
      }
      use(s.data);
    });
    s.data = 1;
    thread.interrupt();
    thread.join();
  }

  /** The interrupted thread asks and clears its own status. */
  static void noRaceInterrupted() throws Exception {
    Shared s = new Shared();
    Thread thread = start(() -> {
      while (!Thread.interrupted()) {
        Thread.yield();
      }
      use(s.data);
    });
    s.data = 1;
    thread.interrupt();
    thread.join();
  }

  /** A sleep ends with an exception. */
  static void noRaceInterruptedSleep() throws Exception {
    Shared s = new Shared();
    Thread thread = start(() -> {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException expected) {
        use(s.data);
      }
    });
    s.data = 1;
    thread.interrupt();
    thread.join();
  }

  /** A wait ends with an exception. */
  static void noRaceInterruptedWait() throws Exception {
    Shared s = new Shared();
    Object monitor = new Object();
    Thread thread = start(() -> {
      try {
        synchronized (monitor) {
          monitor.wait();
        }
      } catch (InterruptedException expected) {
        use(s.data);
      }
    });
    s.data = 1;
    thread.interrupt();
    thread.join();
  }

  /** A third thread sees that the thread is interrupted. */
  static void noRaceAskedByAnother() throws Exception {
    Shared s = new Shared();
    Thread target = start(() -> {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.yield();
      }
    });
    Thread asking = start(() -> {
      while (!target.isInterrupted() && target.isAlive()) {
        Thread.yield();
      }
      use(s.data);
    });
    s.data = 1;
    target.interrupt();
    target.join();
    asking.join();
  }

  /** The interrupting side writes after the interrupt. */
  static void raceWriteAfterTheInterrupt() throws Exception {
    Shared s = new Shared();
    Thread thread = start(() -> {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.yield();
      }
      // RACE: data
      use(s.data);
    });
    thread.interrupt();
    // RACE: data
    s.data = 1;
    thread.join();
  }

  /** The interrupted side has written before: nothing flows back. */
  static void raceOtherWayRound() throws Exception {
    Shared s = new Shared();
    Thread thread = start(() -> {
      // RACE: data
      s.data = 2;
      while (!Thread.currentThread().isInterrupted()) {
        Thread.yield();
      }
    });
    thread.interrupt();
    // RACE: data
    s.data = 1;
    thread.join();
  }
}
