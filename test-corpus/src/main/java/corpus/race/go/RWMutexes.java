package corpus.race.go;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Defer;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.RWMutex;

/** After {@code rwmutex_test.go}: readers are ordered with writers, but not with each other. */
final class RWMutexes {
  private RWMutexes() {}

  /** Both hold a lock, but not the same. */
  static void raceMutexRWMutex() {
    Captured v = new Captured();
    Mutex one = new Mutex();
    RWMutex another = new RWMutex();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> Defer.run(d -> {
      one.lock();
      d.defer(one::unlock);
      // RACE: s
      v.s = 1;
      done.send(true);
    }));
    Go.go(() -> {
      another.lock();
      // RACE: s
      v.s = 2;
      another.unlock();
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** A writer and a reader; what the reader writes is its own. */
  static void noRaceRWMutex() {
    Captured v = new Captured();
    RWMutex mutex = new RWMutex();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> Defer.run(d -> {
      mutex.lock();
      d.defer(mutex::unlock);
      v.l = 2;
      done.send(true);
    }));
    Go.go(() -> {
      mutex.rlock();
      v.m = v.l;
      mutex.runlock();
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** Readers that write; of three, two come before the writer or behind it. */
  static void raceRWMutexMultipleReaders() {
    Captured v = new Captured();
    RWMutex mutex = new RWMutex();
    Chan<Boolean> done = Chan.make(4);
    Go.go(() -> Defer.run(d -> {
      mutex.lock();
      d.defer(mutex::unlock);
      v.l = 2;
      done.send(true);
    }));
    Go.go(() -> {
      mutex.rlock();
      // RACE: m
      v.m = v.l + 1;
      mutex.runlock();
      done.send(true);
    });
    Go.go(() -> {
      mutex.rlock();
      // RACE: m
      v.m = v.l + 2;
      mutex.runlock();
      done.send(true);
    });
    Go.go(() -> {
      mutex.rlock();
      // RACE: m
      v.m = v.l + 3;
      mutex.runlock();
      done.send(true);
    });
    for (int i = 0; i < 4; i++) {
      done.receive();
    }
  }

  /** Readers that write nothing shared. */
  static void noRaceRWMutexMultipleReaders() {
    Captured v = new Captured();
    RWMutex mutex = new RWMutex();
    Chan<Boolean> done = Chan.make(4);
    Go.go(() -> Defer.run(d -> {
      mutex.lock();
      d.defer(mutex::unlock);
      v.l = 2;
      done.send(true);
    }));
    for (int i = 1; i <= 3; i++) {
      int more = i;
      Go.go(() -> {
        mutex.rlock();
        long seen = v.l + more;
        mutex.runlock();
        done.send(true);
      });
    }
    for (int i = 0; i < 4; i++) {
      done.receive();
    }
  }

  /** A writer comes behind every reader that has left, not only behind the last one. */
  static void noRaceRWMutexTransitive() {
    Captured v = new Captured();
    RWMutex mutex = new RWMutex();
    Chan<Boolean> done = Chan.make(2);
    Gate first = new Gate();
    Gate second = new Gate();
    Go.go(() -> {
      mutex.rlock();
      long seen = v.l;
      mutex.runlock();
      first.open();
      done.send(true);
    });
    Go.go(() -> {
      first.pass();
      mutex.rlock();
      long seen = v.l;
      mutex.runlock();
      second.open();
      done.send(true);
    });
    second.pass();
    mutex.lock();
    v.l = 42;
    mutex.unlock();
    done.receive();
    done.receive();
  }
}
