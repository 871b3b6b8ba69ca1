package corpus.race.goker;

import static corpus.race.Sides.use;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.WaitGroup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Kernels that race on counters and on the variables of loops. */
final class Counters {
  private Counters() {}

  /** istio/8144: the callback of a cache's evicter counts, and the test reads the count. */
  static void raceIstio8144() {
    Map<String, Integer> entries = new ConcurrentHashMap<>(Map.of("a", 1, "b", 2));
    int[] evicted = new int[1];
    WaitGroup evicter = new WaitGroup();
    evicter.go(() -> entries.forEach((key, value) -> {
      entries.remove(key);
      // RACE: evicted
      evicted[0]++;
    }));
    // RACE: evicted
    use(evicted[0]);
    evicter.await();
  }

  /** The count is read when the evicter has ended. */
  static void noRaceIstio8144() {
    Map<String, Integer> entries = new ConcurrentHashMap<>(Map.of("a", 1, "b", 2));
    int[] evicted = new int[1];
    WaitGroup evicter = new WaitGroup();
    evicter.go(() -> entries.forEach((key, value) -> {
      entries.remove(key);
      evicted[0]++;
    }));
    evicter.await();
    use(evicted[0]);
  }

  /** kubernetes/81091: two workers that share out the pieces count what they have processed. */
  static void raceKubernetes81091() {
    int[] called = new int[1];
    WaitGroup workers = new WaitGroup();
    Chan<Integer> pieces = pieces();
    Chan<Integer> more = pieces();
    workers.go(() -> {
      for (int piece : pieces) {
        // RACE: called
        called[0] += piece;
      }
    });
    workers.go(() -> {
      for (int piece : more) {
        // RACE: called
        called[0] += piece;
      }
    });
    workers.await();
  }

  private static Chan<Integer> pieces() {
    Chan<Integer> pieces = Chan.make(2);
    pieces.send(1);
    pieces.send(2);
    pieces.close();
    return pieces;
  }

  /** They count under a lock. */
  static void noRaceKubernetes81091() {
    int[] called = new int[1];
    Mutex lock = new Mutex();
    WaitGroup workers = new WaitGroup();
    Chan<Integer> pieces = pieces();
    for (int n = 0; n < 2; n++) {
      workers.go(() -> {
        for (int piece : pieces) {
          lock.lock();
          called[0] += piece;
          lock.unlock();
        }
      });
    }
    workers.await();
  }

  private static final class Stats {
    static final VarHandle CONCURRENCY;

    static {
      try {
        CONCURRENCY = MethodHandles.lookup().findVarHandle(Stats.class, "concurrency", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    int concurrency;
  }

  /** serving/6472: a counter is raised plainly here and atomically there. */
  static void raceServing6472() {
    Stats stats = new Stats();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      // RACE: concurrency
      stats.concurrency += 1;
    });
    running.go(() -> {
      // RACE: concurrency
      use((int) Stats.CONCURRENCY.getAndAdd(stats, 1));
    });
    running.await();
  }

  /** Both raise it atomically. */
  static void noRaceServing6472() {
    Stats stats = new Stats();
    WaitGroup running = new WaitGroup();
    for (int n = 0; n < 2; n++) {
      running.go(() -> use((int) Stats.CONCURRENCY.getAndAdd(stats, 1)));
    }
    running.await();
  }

  /** moby/27037: goroutines read the loop's variable while the loop goes on. */
  static void raceMoby27037() {
    int[] version = new int[1];
    WaitGroup running = new WaitGroup();
    // RACE: version
    for (version[0] = 17; version[0] <= 21; version[0]++) {
      running.go(() -> {
        // RACE: version
        use("1." + version[0]);
      });
    }
    running.await();
  }

  /** Each goroutine has the value of its turn. */
  static void noRaceMoby27037() {
    WaitGroup running = new WaitGroup();
    for (int n = 17; n <= 21; n++) {
      int version = n;
      running.go(() -> use("1." + version));
    }
    running.await();
  }

  /** The variable is atomic: no race, though the goroutines still see one another's turns. */
  static void noRaceMoby27037Atomic() {
    AtomicInteger version = new AtomicInteger(17);
    WaitGroup running = new WaitGroup();
    for (; version.get() <= 21; version.incrementAndGet()) {
      running.go(() -> use("1." + version.get()));
    }
    running.await();
  }

  private static final class Pair {
    String input = "";
  }

  /** moby/22941: a pair of a table is read by the goroutine of its turn, and then replaced. */
  static void raceMoby22941() {
    Pair pair = new Pair();
    WaitGroup connections = new WaitGroup();
    for (String input : new String[] {"left", "right"}) {
      // RACE: input
      pair.input = input;
      connections.go(() -> {
        // RACE: input
        use(pair.input);
      });
    }
    connections.await();
  }

  /** A pair for each turn. */
  static void noRaceMoby22941() {
    WaitGroup connections = new WaitGroup();
    for (String input : new String[] {"left", "right"}) {
      Pair pair = new Pair();
      pair.input = input;
      connections.go(() -> use(pair.input));
    }
    connections.await();
  }
}
