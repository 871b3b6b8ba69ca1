package corpus.race.go;

import static corpus.race.Sides.goroutines;
import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.WaitGroup;
import java.util.HashSet;
import java.util.Set;

/** Variables shared with a goroutine by what its body captures. */
final class MopClosures {
  private MopClosures() {}

  private static final class Globals {
    static int x;
    static int y;
  }

  /** Two static methods, one of which reads the static field that the other one writes. */
  static void raceIntRWGlobalFuncs() {
    goroutines(
        // RACE: x
        () -> Globals.y = Globals.x,
        // RACE: x
        () -> Globals.x = 1);
  }

  /** A captured int, read here and written there. */
  static void raceIntRWClosures() {
    Vars v = new Vars();
    goroutines(
        // RACE: x
        () -> v.y = v.x,
        // RACE: x
        () -> v.x = 1);
  }

  /** The second goroutine is started after the first one has said that it is done. */
  static void noRaceIntRWClosures() {
    Vars v = new Vars();
    Chan<Integer> done = Chan.make(1);
    Go.go(() -> {
      v.y = v.x;
      done.send(1);
    });
    done.receive();
    Go.go(() -> {
      v.x = 1;
      done.send(1);
    });
    done.receive();
  }

  /** As with an int, for a type of another size. */
  static void raceInt32RWClosures() {
    Vars v = new Vars();
    goroutines(
        // RACE: f
        () -> v.e = v.f,
        // RACE: f
        () -> v.f = 1);
  }

  /** Each goroutine reads the variable in which the loop keeps the element. */
  static void raceRange() {
    Vars v = new Vars();
    WaitGroup running = new WaitGroup();
    int[] elements = new int[2];
    for (int i = 0; i < elements.length; i++) {
      // RACE: i
      v.i = elements[i];
      boolean first = i == 0;
      running.go(() -> {
        if (first) {
          // RACE: i
          v.x = v.i;
        } else {
          v.y = v.i;
        }
      });
      Thread.yield();
    }
    running.await();
  }

  /** Elements sent while the loop goes over them. */
  static void noRaceRange() {
    Chan<Integer> sent = Chan.make(3);
    for (int element : new int[] {1, 2, 3}) {
      sent.send(element);
    }
    sent.close();
  }

  /** The loop itself stores each element into a slot of another array. */
  static void noRaceRangeIssue5446() {
    Chan<Integer> sent = Chan.make(3);
    int[] a = {1, 2, 3};
    int[] b = {4};
    int at = 1;
    for (int i = 0; i < b.length; at = i, i++) {
      a[at] = b[i];
      sent.send(i);
    }
    sent.close();
  }

  /** A recursive crawler whose set of seen pages has no lock. */
  static void raceCrawl() {
    Set<String> seen = new HashSet<>();
    WaitGroup crawls = new WaitGroup();
    final class Crawl {
      void of(String page, int depth) {
        for (int link = 0; depth > 0 && link < 3; link++) {
          String next = page + link;
          // RACE: seen
          boolean fresh = seen.add(next);
          if (fresh) {
            crawls.go(() -> of(next, depth - 1));
          }
        }
      }
    }
    crawls.go(() -> new Crawl().of("page", 3));
    crawls.await();
    use(seen.size());
  }

  /** Two references to one object. */
  static void raceIndirection() throws Exception {
    Vars y = new Vars();
    Vars x = y;
    spawned(
        // RACE: x
        () -> y.x = 1,
        // RACE: x
        () -> x.x = 2);
    use(x.x);
  }

  /** A goroutine's own object, handed to another one that writes it without waiting. */
  static void raceTLS() {
    Chan<Vars> lent = Chan.make();
    goroutines(
        () -> {
          Vars own = new Vars();
          lent.send(own);
          // RACE: x
          own.x = 1;
          own.x = lent.receive().x;
        },
        () -> {
          Vars borrowed = lent.receive();
          // RACE: x
          borrowed.x = 2;
          lent.send(borrowed);
        });
  }

  /** Objects of a dead goroutine are collected and their memory used again. */
  static void noRaceHeapReallocation() {
    for (int round = 0; round < 2; round++) {
      goroutines(() -> new Vars().x = 1, () -> {
        System.gc();
        new Vars().x = 2;
      });
    }
  }

  /** Four goroutines that allocate a great many small objects. */
  static void noRaceTinyAlloc() {
    WaitGroup running = new WaitGroup();
    for (int p = 0; p < 4; p++) {
      running.go(() -> {
        for (int i = 0; i < 20_000; i++) {
          byte[] small = new byte[1];
          use(small[0]);
          small[0] = 42;
        }
      });
    }
    running.await();
  }

  /** A lock is taken in a method that returns with it held; the store comes after. */
  static void noRaceFuncUnlock() throws Exception {
    Vars v = new Vars();
    Mutex mutex = new Mutex();
    spawned(
        () -> {
          mutex.lock();
          v.x = 42;
          mutex.unlock();
        },
        () -> {
          v.x = lockedThen(mutex, 43);
          mutex.unlock();
        });
  }

  private static int lockedThen(Mutex mutex, int value) {
    mutex.lock();
    return value;
  }

  /** A value taken out before the method that locks: the read is outside the lock. */
  static void raceAsFunc3() throws Exception {
    Vars v = new Vars();
    Mutex mutex = new Mutex();
    Gate unlocked = new Gate();
    spawned(
        () -> {
          unlocked.pass();
          // RACE: x
          lockedThen(mutex, v.x);
          mutex.unlock();
        },
        () -> {
          mutex.lock();
          // RACE: x
          v.x = 42;
          mutex.unlock();
          unlocked.open();
        });
  }

  /** The assignment of a method's result happens when the method has taken the lock. */
  static void noRaceAsFunc4() throws Exception {
    Vars v = new Vars();
    Mutex mutex = new Mutex();
    spawned(
        () -> {
          v.x = lockedThen(mutex, 42);
          mutex.unlock();
        },
        () -> {
          mutex.lock();
          v.x = 42;
          mutex.unlock();
        });
  }

  /** The method returns a variable that the goroutine it started still writes. */
  static void raceHeapParam() {
    Vars v = new Vars();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      // RACE: x
      v.x = 42;
    });
    // RACE: x
    int result = v.x;
    use(result);
    running.await();
  }

  /** Both sides recover from an exception and then write one variable. */
  static void racePanic() {
    Vars v = new Vars();
    goroutines(
        () -> {
          try {
            use(1 / v.z);
          } catch (ArithmeticException expected) {
            // RACE: x
            v.x = 1;
          }
        },
        () -> {
          try {
            use(1 / v.z);
          } catch (ArithmeticException expected) {
            // RACE: x
            v.x = 2;
          }
        });
  }
}
