package corpus.race.jls;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

/** JLS 17.2: waiting gives up the monitor and takes it again; a notification orders nothing. */
final class WaitSets {
  private WaitSets() {}

  private static final class Shared {
    int data;
    boolean ready;
  }

  /** A wait, ended by a notification, with a condition in a loop. */
  static void noRaceWaitAndNotify() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          synchronized (s) {
            while (!s.ready) {
              s.wait();
            }
          }
          use(s.data);
        },
        () -> {
          s.data = 42;
          synchronized (s) {
            s.ready = true;
            s.notify();
          }
        });
  }

  /** Several waiters and one notification for all. */
  static void noRaceNotifyAll() throws Exception {
    Shared s = new Shared();
    threads(() -> awaitReady(s), () -> awaitReady(s), () -> {
      s.data = 42;
      synchronized (s) {
        s.ready = true;
        s.notifyAll();
      }
    });
  }

  private static void awaitReady(Shared s) throws InterruptedException {
    synchronized (s) {
      while (!s.ready) {
        s.wait();
      }
    }
    use(s.data);
  }

  /** Waiting gives up the monitor: what was done before is seen by who takes it. */
  static void noRaceWaitReleases() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          synchronized (s) {
            s.data = 1;
            while (!s.ready) {
              s.wait();
            }
            s.data = 3;
          }
        },
        () -> {
          synchronized (s) {
            s.data = 2;
            s.ready = true;
            s.notifyAll();
          }
        });
  }

  /** A wait whose time runs out takes the monitor again. */
  static void noRaceTimedWait() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          synchronized (s) {
            s.wait(1);
            s.data++;
          }
        },
        () -> increment(s));
  }

  /** The notifier writes after it has left the monitor. */
  static void raceWriteAfterTheNotification() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          synchronized (s) {
            while (!s.ready) {
              s.wait();
            }
          }
          // RACE: data
          use(s.data);
        },
        () -> {
          synchronized (s) {
            s.ready = true;
            s.notifyAll();
          }
          // RACE: data
          s.data = 42;
        });
  }

  private static void increment(Shared s) {
    synchronized (s) {
      s.data++;
    }
  }
}
