package corpus.race.go;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Defer;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.Time;
import java.time.Duration;

/** After {@code mutex_test.go}: an unlock happens before the locks that follow. */
final class Mutexes {
  private Mutexes() {}

  private static final class Guarded {
    Mutex mutex = new Mutex();
  }

  /** Both write while they hold the mutex. */
  static void noRaceMutex() {
    Captured v = new Captured();
    Mutex mutex = new Mutex();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> Defer.run(d -> {
      mutex.lock();
      d.defer(mutex::unlock);
      v.s = 1;
      done.send(true);
    }));
    Go.go(() -> {
      mutex.lock();
      v.s = 2;
      mutex.unlock();
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** Both write before they lock. */
  static void raceMutex() {
    Captured v = new Captured();
    Mutex mutex = new Mutex();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> Defer.run(d -> {
      // RACE: s
      v.s = 1;
      mutex.lock();
      d.defer(mutex::unlock);
      done.send(true);
    }));
    Go.go(() -> {
      // RACE: s
      v.s = 2;
      mutex.lock();
      mutex.unlock();
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** Both hold a mutex, but not the same. */
  static void raceMutex2() {
    Captured v = new Captured();
    Mutex one = new Mutex();
    Mutex another = new Mutex();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> Defer.run(d -> {
      one.lock();
      d.defer(one::unlock);
      // RACE: b
      v.b = 1;
      done.send(true);
    }));
    Go.go(() -> {
      another.lock();
      // RACE: b
      v.b = 2;
      another.unlock();
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** What is written before a flag is set under the mutex, by one who has seen the flag there. */
  static void noRaceMutexPureHappensBefore() {
    Captured v = new Captured();
    Mutex mutex = new Mutex();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> {
      v.s = 1;
      mutex.lock();
      v.done = true;
      mutex.unlock();
      done.send(true);
    });
    Go.go(() -> {
      mutex.lock();
      while (!v.done) {
        mutex.unlock();
        Time.sleep(Duration.ofNanos(100_000));
        mutex.lock();
      }
      mutex.unlock();
      v.s = 1;
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** Unlocked by another goroutine than the one that locked. */
  static void noRaceMutexSemaphore() {
    Captured v = new Captured();
    Mutex mutex = new Mutex();
    Chan<Boolean> done = Chan.make(2);
    mutex.lock();
    Go.go(() -> {
      v.x = 1;
      mutex.unlock();
      done.send(true);
    });
    Go.go(() -> {
      mutex.lock();
      v.x = 2;
      mutex.unlock();
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** The example of Go's memory model: a second lock waits for an unlock elsewhere. */
  static void noRaceMutexExampleFromHtml() {
    Captured v = new Captured();
    Mutex mutex = new Mutex();
    mutex.lock();
    Go.go(() -> {
      v.text = "hello, world";
      mutex.unlock();
    });
    mutex.lock();
    String seen = v.text;
  }

  /** The variable that holds the mutex is replaced; in Go, the mutex itself. */
  static void raceMutexOverwrite() {
    Guarded v = new Guarded();
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      // RACE: mutex
      v.mutex = new Mutex();
      done.send(true);
    });
    // RACE: mutex
    v.mutex.lock();
    done.receive();
  }
}
