package corpus.race.go;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Mutex;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/**
 * After {@code finalizer_test.go}, with cleaners: what is done before an action is registered, and
 * before the last use of the object, happens before the action.
 */
final class Finalizers {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final Mutex MUTEX = new Mutex();
  private static int count; // guarded by MUTEX

  private Finalizers() {}

  /** Written before the action is registered, and by the action. */
  static void noRaceFin() {
    Captured v = new Captured();
    Chan<Boolean> c = Chan.make();
    Gate cleaned = new Gate();
    Go.go(() -> {
      Object x = new Object();
      v.text = "bar";
      CLEANER.register(x, () -> {
        v.text = "foo";
        cleaned.open();
      });
      c.send(true);
    });
    c.receive();
    collectUntil(cleaned);
  }

  /** A static variable under a mutex. */
  static void noRaceFinGlobal() {
    Chan<Boolean> c = Chan.make();
    Gate cleaned = new Gate();
    Go.go(() -> {
      CLEANER.register(new Object(), () -> {
        countUp();
        cleaned.open();
      });
      c.send(true);
    });
    c.receive();
    collectUntil(cleaned);
    countUp();
  }

  private static void countUp() {
    MUTEX.lock();
    count++;
    MUTEX.unlock();
  }

  /** That the action has run orders nothing behind it. */
  static void raceFin() {
    Captured v = new Captured();
    Chan<Boolean> c = Chan.make();
    Gate cleaned = new Gate();
    Go.go(() -> {
      CLEANER.register(new Object(), () -> {
        // RACE: y
        v.y = 42;
        cleaned.open();
      });
      c.send(true);
    });
    c.receive();
    collectUntil(cleaned);
    // RACE: y
    v.y = 66;
  }

  /** Written before the object is used the last time. */
  static void noRaceCleanup() {
    Captured v = new Captured();
    Chan<Boolean> c = Chan.make();
    Gate cleaned = new Gate();
    Go.go(() -> {
      Object x = new Object();
      CLEANER.register(x, () -> {
        v.text = "foo";
        cleaned.open();
      });
      v.text = "bar";
      Reference.reachabilityFence(x);
      c.send(true);
    });
    c.receive();
    collectUntil(cleaned);
  }

  /** The actions of two cleaners. */
  static void raceBetweenCleanups() {
    Captured v = new Captured();
    Gate first = new Gate();
    Gate second = new Gate();
    register(v, first);
    register(v, second);
    collectUntil(first);
    collectUntil(second);
  }

  private static void register(Captured v, Gate cleaned) {
    Cleaner.create().register(new Object(), () -> {
      // RACE: x
      v.x = 1;
      cleaned.open();
    });
  }

  private static void collectUntil(Gate cleaned) {
    while (!cleaned.isOpen()) {
      System.gc();
      Thread.yield();
    }
  }
}
