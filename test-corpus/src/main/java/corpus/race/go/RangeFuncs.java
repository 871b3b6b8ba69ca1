package corpus.race.go;

import corpus.race.Gate;
import dev.goguard.runtime.GoRuntime;
import dev.goguard.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicLong;

/**
 * After {@code rangefunc_test.go}: an iteration that calls the body of a loop from two goroutines.
 * Whether the loop has been left is a variable that Go's compiler adds; here it is written out.
 */
final class RangeFuncs {
  private static final int ELEMENTS = 10;

  private RangeFuncs() {}

  /** The body of a loop; false ends it. */
  private interface Body {
    boolean yield(int index);
  }

  /** Calls the body for each half on a goroutine; both are under way before either ends. */
  private static void inHalves(Body body) {
    WaitGroup all = new WaitGroup();
    Gate first = new Gate();
    Gate second = new Gate();
    all.go(() -> half(0, body, first, second));
    all.go(() -> half(ELEMENTS / 2, body, second, first));
    all.await();
  }

  private static void half(int from, Body body, Gate own, Gate other) {
    int last = from + ELEMENTS / 2 - 1;
    boolean open = true;
    for (int i = from; i < last && open; i++) {
      open = body.yield(i);
    }
    own.open();
    other.pass();
    if (open) {
      body.yield(last);
    }
  }

  /** A loop that is left at its last element. */
  static void raceRangeFuncIterator() {
    Captured v = new Captured();
    AtomicLong sum = new AtomicLong();
    inHalves(i -> {
      // RACE: left
      if (v.done) {
        return false;
      }
      if (i == ELEMENTS - 1) {
        // RACE: left
        v.done = true;
        return false;
      }
      sum.addAndGet(i);
      GoRuntime.gosched();
      return true;
    });
  }

  /** A loop that is not left early. */
  static void noRaceRangeFuncIterator() {
    Captured v = new Captured();
    AtomicLong sum = new AtomicLong();
    inHalves(i -> {
      if (v.done) {
        return false;
      }
      sum.addAndGet(i);
      GoRuntime.gosched();
      return true;
    });
  }
}
