package corpus.race.go;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Cond;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoBody;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.RWMutex;
import dev.goguard.runtime.Timer;
import java.time.Duration;

/** After {@code sync_test.go}: conditions, timers, and where goroutines come from. */
final class Syncs {
  private Syncs() {}

  /** A waiter goes on behind the signal that has made its condition true. */
  static void noRaceCond() {
    Captured v = new Captured();
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    Go.go(() -> {
      v.x = 1;
      mutex.lock();
      v.done = true;
      cond.signal();
      mutex.unlock();
    });
    mutex.lock();
    while (!v.done) {
      cond.await();
    }
    mutex.unlock();
    v.x = 2;
  }

  /** Who signals goes on and writes under the mutex, who has waited writes without it. */
  static void raceCond() {
    Captured v = new Captured();
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    Chan<Boolean> done = Chan.make();
    Gate left = new Gate();
    Go.go(() -> {
      v.x = 1;
      mutex.lock();
      v.done = true;
      cond.signal();
      mutex.unlock();
      left.pass();
      mutex.lock();
      // RACE: x
      v.x = 3;
      mutex.unlock();
      done.send(true);
    });
    mutex.lock();
    while (!v.done) {
      cond.await();
    }
    mutex.unlock();
    // RACE: x
    v.x = 2;
    left.open();
    done.receive();
  }

  /** Goroutines that start goroutines, which all write. */
  static void raceAnnounceThreads() {
    new Announced().start();
  }

  private static final class Announced {
    private final Chan<Boolean> done = Chan.make(7);
    private int x;

    private void start() {
      Go.go(this::h);
      for (int i = 0; i < 7; i++) {
        done.receive();
      }
    }

    private void h() {
      x = 1;
      x = 2;
      Go.go(this::f);
      done.send(true);
    }

    private void f() {
      x = 1;
      Go.go(this::g);
      Go.go(() -> {
        // RACE: x
        x = 1;
        done.send(true);
      });
      // RACE: x
      x = 2;
      done.send(true);
    }

    private void g() {
      Go.go(() -> {
        // RACE: x
        x = 1;
        done.send(true);
      });
      done.send(true);
      Go.go(() -> {
        // RACE: x
        x = 1;
        done.send(true);
      });
      done.send(true);
    }
  }

  /** A function that starts its own timer again: each run comes behind the one before. */
  static void noRaceAfterFunc1() {
    Captured v = new Captured();
    v.x = 2;
    Chan<Boolean> c = Chan.make();
    Timer.afterFunc(Duration.ZERO, countDown(v, c));
    c.receive();
  }

  private static GoBody countDown(Captured v, Chan<Boolean> c) {
    return () -> {
      v.x--;
      if (v.x >= 0) {
        Timer.afterFunc(Duration.ZERO, countDown(v, c));
      } else {
        c.send(true);
      }
    };
  }

  /** A timer's function that may run or not. */
  static void noRaceAfterFunc2() {
    Captured v = new Captured();
    Timer timer = Timer.afterFunc(Duration.ofNanos(10), () -> v.x = 1);
    timer.stop();
  }

  /** A timer's function that says when it has run. */
  static void noRaceAfterFunc3() {
    Captured v = new Captured();
    Chan<Boolean> c = Chan.make(1);
    Timer.afterFunc(Duration.ofMillis(1), () -> {
      v.x = 1;
      c.send(true);
    });
    c.receive();
  }

  /** Two timers: time passing orders nothing. */
  static void raceAfterFunc3() {
    Captured v = new Captured();
    Chan<Boolean> c = Chan.make(2);
    Timer.afterFunc(Duration.ofMillis(1), () -> {
      // RACE: x
      v.x = 1;
      c.send(true);
    });
    Timer.afterFunc(Duration.ofMillis(2), () -> {
      // RACE: x
      v.x = 2;
      c.send(true);
    });
    c.receive();
    c.receive();
  }

  /** A goroutine with several ancestors, and the one that has started the first. */
  static void raceGoroutineCreationStack() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make(1);
    GoBody f1 = () -> {
      // RACE: x
      v.x = 1;
      done.send(true);
    };
    GoBody f2 = () -> Go.go(f1);
    GoBody f3 = () -> Go.go(f2);
    GoBody f4 = () -> Go.go(f3);
    Go.go(f4);
    // RACE: x
    v.x = 2;
    done.receive();
  }

  /** Locking a mutex that is null does no more than throw. */
  static void noRaceNilMutexCrash() {
    Captured v = new Captured();
    Mutex mutex = new Mutex();
    RWMutex none = null;
    try {
      none.rlock();
      throw new IllegalStateException("no exception");
    } catch (NullPointerException e) {
      mutex.lock();
      v.x++;
      mutex.unlock();
    }
  }
}
