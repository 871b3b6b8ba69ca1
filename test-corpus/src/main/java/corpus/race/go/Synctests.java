package corpus.race.go;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.GoBody;
import dev.goguard.runtime.Time;
import dev.goguard.runtime.Timer;
import dev.goguard.runtime.WaitGroup;
import java.time.Duration;

/**
 * After {@code synctest_test.go}: upstream's bubbles are wait groups here, their time is real. What
 * ends, wakes or sleeps beside each other is not ordered by that.
 */
final class Synctests {
  private Synctests() {}

  /** Two goroutines that end before the wait does. */
  static void raceSynctestGoroutinesExit() {
    Captured v = new Captured();
    WaitGroup all = new WaitGroup();
    GoBody f = () -> {
      // RACE: x
      v.x = 1;
    };
    all.go(f);
    all.go(f);
    all.await();
  }

  /** A goroutine that is started when the one before has ended. */
  static void noRaceSynctestGoroutinesExit() {
    Captured v = new Captured();
    WaitGroup all = new WaitGroup();
    GoBody f = () -> v.x = 1;
    all.go(f);
    all.await();
    all.go(f);
    all.await();
  }

  /** Two goroutines that write, and are then woken by a close. */
  static void raceSynctestGoroutinesRecv() {
    Captured v = new Captured();
    Chan<Void> c = Chan.make();
    WaitGroup all = new WaitGroup();
    GoBody f = () -> {
      // RACE: x
      v.x = 1;
      c.receive();
    };
    all.go(f);
    all.go(f);
    c.close();
    all.await();
  }

  /** Two goroutines that a close wakes. */
  static void raceSynctestGoroutinesUnblocked() {
    Captured v = new Captured();
    Chan<Void> c = Chan.make();
    WaitGroup all = new WaitGroup();
    GoBody f = () -> {
      c.receive();
      // RACE: x
      v.x = 1;
    };
    all.go(f);
    all.go(f);
    c.close();
    all.await();
  }

  /** Two goroutines that wake up at different times. */
  static void raceSynctestGoroutinesSleep() {
    Captured v = new Captured();
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      Time.sleep(Duration.ofMillis(1));
      // RACE: x
      v.x = 1;
      Time.sleep(Duration.ofMillis(2));
    });
    all.go(() -> {
      Time.sleep(Duration.ofMillis(2));
      // RACE: x
      v.x = 1;
      Time.sleep(Duration.ofMillis(1));
    });
    all.await();
  }

  /** One function, started by two timers. */
  static void raceSynctestTimers() {
    Captured v = new Captured();
    WaitGroup all = new WaitGroup();
    all.add(2);
    GoBody f = () -> {
      // RACE: x
      v.x = 1;
      all.done();
    };
    Timer.afterFunc(Duration.ofMillis(1), f);
    Timer.afterFunc(Duration.ofMillis(2), f);
    all.await();
  }
}
