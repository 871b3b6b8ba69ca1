package corpus.race.jls;

import static corpus.race.Sides.threaded;
import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;
import static corpus.race.Sides.virtualThreads;

import corpus.race.Gate;

/** JLS 17.1 and 17.4.4: leaving a monitor synchronizes with entering it later. */
final class Monitors {
  private Monitors() {}

  private static final class Shared {
    int data;
    int waiting;
    boolean ready;
    Object made;

    synchronized void increment() {
      data++;
    }

    synchronized int data() {
      return data;
    }
  }

  private static final class Counter {
    static int count;

    static synchronized void increment() {
      count++;
    }
  }

  /** Blocks on one object. */
  static void noRaceBlocks() throws Exception {
    Shared s = new Shared();
    Object monitor = new Object();
    threads(
        () -> {
          synchronized (monitor) {
            s.data++;
          }
        },
        () -> {
          synchronized (monitor) {
            s.data--;
          }
        });
  }

  /** Methods of one object, and a block on it. */
  static void noRaceMethods() throws Exception {
    Shared s = new Shared();
    threads(() -> s.increment(), () -> use(s.data()), () -> {
      synchronized (s) {
        s.data--;
      }
    });
  }

  /** A static method locks its class. */
  static void noRaceStaticMethods() throws Exception {
    threads(() -> Counter.increment(), () -> {
      synchronized (Counter.class) {
        Counter.count--;
      }
    });
  }

  /** A block within a block on the same object. */
  static void noRaceReentrance() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          synchronized (s) {
            s.increment();
            s.data++;
          }
        },
        () -> s.increment());
  }

  /** The monitor is left by an exception. */
  static void noRaceLeftByAnException() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          try {
            synchronized (s) {
              s.data++;
              throw new IllegalStateException("expected");
            }
          } catch (IllegalStateException expected) {
            use(expected);
          }
        },
        () -> s.increment());
  }

  /** Two monitors. */
  static void raceTwoMonitors() throws Exception {
    Shared s = new Shared();
    Object left = new Object();
    Object right = new Object();
    threads(
        () -> {
          synchronized (left) {
            // RACE: data
            s.data++;
          }
        },
        () -> {
          synchronized (right) {
            // RACE: data
            s.data--;
          }
        });
  }

  /** The class is one monitor, the object another. */
  static void raceClassAndObject() throws Exception {
    final class Mixed {
      static int count;

      static synchronized void increment() {
        // RACE: count
        count++;
      }

      synchronized void decrement() {
        // RACE: count
        count--;
      }
    }

    threads(() -> Mixed.increment(), () -> new Mixed().decrement());
  }

  /** Each side locks an object of its own. */
  static void raceMonitorOfItsOwn() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          synchronized (new Object()) {
            // RACE: data
            s.data++;
          }
        },
        () -> {
          synchronized (new Object()) {
            // RACE: data
            s.data--;
          }
        });
  }

  /** Only one side locks. */
  static void raceOneSideLocks() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          synchronized (s) {
            // RACE: data
            s.data++;
          }
        },
        // RACE: data
        () -> use(s.data));
  }

  /** A write after the block has been left. */
  static void raceAfterTheBlock() throws Exception {
    Shared s = new Shared();
    Gate left = new Gate();
    threads(
        () -> {
          synchronized (s) {
            s.ready = true;
          }
          left.open();
          // RACE: data
          s.data = 1;
        },
        () -> {
          // RACE: data
          s.data = 2;
          left.pass();
          synchronized (s) {
            s.ready = true;
          }
        });
  }

  /** The lock is given back between the read and the write that depends on it. */
  static void raceOnlyTheReadIsLocked() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          int seen;
          synchronized (s) {
            // RACE: data
            seen = s.data;
          }
          // RACE: data
          s.data = seen + 1;
        },
        // RACE: data
        () -> s.data = 7);
  }

  /** The reference is looked at before the lock is taken. */
  static void raceDoubleCheckedLocking() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: made
          if (s.made == null) {
            synchronized (s) {
              if (s.made == null) {
                // RACE: made
                s.made = "by the first";
              }
            }
          }
        },
        () -> {
          // RACE: made
          if (s.made == null) {
            synchronized (s) {
              if (s.made == null) {
                // RACE: made
                s.made = "by the second";
              }
            }
          }
        });
  }

  /** The same with a volatile reference. */
  static void noRaceDoubleCheckedLocking() throws Exception {
    final class Lazy {
      volatile Shared made;

      Shared get() {
        Shared seen = made;
        if (seen == null) {
          synchronized (this) {
            seen = made;
            if (seen == null) {
              seen = new Shared();
              seen.data = 42;
              made = seen;
            }
          }
        }
        return seen;
      }
    }

    Lazy lazy = new Lazy();
    threads(() -> use(lazy.get().data), () -> use(lazy.get().data));
  }

  /** One lock for two variables, another one for one of them. */
  static void raceHalfOfThePair() throws Exception {
    Shared s = new Shared();
    Object other = new Object();
    threads(
        () -> {
          synchronized (s) {
            s.data = 1;
            // RACE: waiting
            s.waiting = 1;
          }
        },
        () -> {
          synchronized (s) {
            s.data = 2;
          }
        },
        () -> {
          synchronized (other) {
            // RACE: waiting
            s.waiting = 2;
          }
        });
  }

  /** Virtual threads and monitors. */
  static void noRaceVirtualThreads() throws Exception {
    Shared s = new Shared();
    virtualThreads(() -> s.increment(), () -> {
      synchronized (s) {
        Thread.yield();
        s.data--;
      }
    });
  }

  /** A lock that the starter holds orders nothing for the thread it starts. */
  static void raceLockHeldByTheStarter() throws Exception {
    Shared s = new Shared();
    synchronized (s) {
      threaded(
          // RACE: data
          () -> s.data = 1,
          // RACE: data
          () -> s.data = 2);
    }
  }

  /** Arrays, strings and boxes can be locked, too. */
  static void noRaceAnyObjectLocks() throws Exception {
    Shared s = new Shared();
    int[] monitor = new int[0];
    threads(
        () -> {
          synchronized (monitor) {
            s.data++;
          }
        },
        () -> {
          synchronized (monitor) {
            s.data--;
          }
        });
  }
}
