package corpus.race.goker;

import static corpus.race.Sides.use;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.RWMutex;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** Kernels whose plain variables race: settings, flags and maps. */
final class DataRaces {
  private DataRaces() {}

  /** etcd/8194: a test changes a rate that a lessor's background loop reads. */
  static void raceEtcd8194() {
    final class Rate {
      static int perSecond = 1000;
    }

    WaitGroup loops = new WaitGroup();
    Chan<Boolean> stop = Chan.nil();
    loops.go(() -> {
      // RACE: rate
      int rate = Rate.perSecond;
      Select.of(stop.onReceive(nothing -> use(nothing))).orElse(() -> use(rate)).run();
    });
    // RACE: rate
    Rate.perSecond = 10;
    loops.await();
  }

  /** The rate is changed before the lessor is made. */
  static void noRaceEtcd8194() {
    final class Rate {
      static int perSecond = 1000;
    }

    WaitGroup loops = new WaitGroup();
    Rate.perSecond = 10;
    Chan<Boolean> stop = Chan.nil();
    loops.go(() -> {
      int rate = Rate.perSecond;
      Select.of(stop.onReceive(nothing -> use(nothing))).orElse(() -> use(rate)).run();
    });
    loops.await();
  }

  /** etcd/9446: a buffer of a transaction is cleared while a reader looks into it. */
  static void raceEtcd9446() {
    Map<String, int[]> buckets = new HashMap<>();
    buckets.put("key", new int[1]);
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      // RACE: buckets
      buckets.remove("key");
    });
    running.go(() -> {
      // RACE: buckets
      int[] bucket = buckets.get("key");
      use(bucket);
    });
    running.await();
  }

  /** Readers look into a copy made under the lock. */
  static void noRaceEtcd9446() {
    Map<String, int[]> buckets = new HashMap<>();
    buckets.put("key", new int[1]);
    Mutex mutex = new Mutex();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      mutex.lock();
      buckets.remove("key");
      mutex.unlock();
    });
    running.go(() -> {
      mutex.lock();
      Map<String, int[]> copy = new HashMap<>(buckets);
      mutex.unlock();
      use(copy.get("key"));
    });
    running.await();
  }

  /** grpc/1748: a time-out is restored while a connection that was begun still reads it. */
  static void raceGrpc1748() {
    final class Timeout {
      static long minimum = 20;
    }

    WaitGroup connections = new WaitGroup();
    long saved = Timeout.minimum;
    try {
      Timeout.minimum = 1;
      connections.go(() -> {
        // RACE: minimum
        long timeout = Timeout.minimum;
        use(timeout);
      });
    } finally {
      // RACE: minimum
      Timeout.minimum = saved;
    }
    connections.await();
  }

  /** The connection is closed, and waited for, before the time-out is restored. */
  static void noRaceGrpc1748() {
    final class Timeout {
      static long minimum = 20;
    }

    WaitGroup connections = new WaitGroup();
    long saved = Timeout.minimum;
    try {
      Timeout.minimum = 1;
      connections.go(() -> use(Timeout.minimum));
      connections.await();
    } finally {
      Timeout.minimum = saved;
    }
  }

  private interface Resolver {
    String name();
  }

  /**
   * grpc/3090: a wrapper's builder calls back into the wrapper, which starts a goroutine, before
   * the wrapper has got what the builder returns. Should the goroutine be early, it fails as the
   * original does: that failure is caught, and the race stays.
   */
  static void raceGrpc3090() {
    final class Wrapper {
      final Mutex mutex = new Mutex();
      final WaitGroup polls = new WaitGroup();
      Resolver resolver;

      Wrapper() {
        // RACE: resolver
        resolver = build();
      }

      Resolver build() {
        mutex.lock();
        polls.go(this::poll);
        mutex.unlock();
        return () -> "passthrough";
      }

      void poll() {
        mutex.lock();
        try {
          // RACE: resolver
          use(resolver.name());
        } catch (NullPointerException tooEarly) {
          use(tooEarly);
        } finally {
          mutex.unlock();
        }
      }
    }

    new Wrapper().polls.await();
  }

  /** The wrapper holds its lock until it has got the resolver. */
  static void noRaceGrpc3090() {
    final class Wrapper {
      final Mutex mutex = new Mutex();
      final WaitGroup polls = new WaitGroup();
      Resolver resolver;

      Wrapper() {
        mutex.lock();
        resolver = build();
        mutex.unlock();
      }

      Resolver build() {
        polls.go(this::poll);
        return () -> "passthrough";
      }

      void poll() {
        mutex.lock();
        use(resolver.name());
        mutex.unlock();
      }
    }

    new Wrapper().polls.await();
  }

  private static final class Registry {
    final RWMutex lock = new RWMutex();
    String[] names = new String[0];
    int count;
  }

  /** istio/16742: a field is written under a lock for readers and read without any. */
  static void raceIstio16742() {
    Registry registry = new Registry();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      registry.lock.rlock();
      // RACE: count
      registry.count = 1;
      registry.lock.runlock();
    });
    running.go(() -> {
      // RACE: count
      use(registry.count);
    });
    running.await();
  }

  /** The write is under the lock for writers, the read under that for readers. */
  static void noRaceIstio16742() {
    Registry registry = new Registry();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      registry.lock.lock();
      registry.count = 1;
      registry.lock.unlock();
    });
    running.go(() -> {
      registry.lock.rlock();
      use(registry.count);
      registry.lock.runlock();
    });
    running.await();
  }

  /** kubernetes/49404: a server's handler sets a captured boolean that the test reads. */
  static void raceKubernetes49404() {
    boolean[] upgraded = new boolean[1];
    WaitGroup server = new WaitGroup();
    server.go(() -> {
      // RACE: upgraded
      upgraded[0] = true;
    });
    // RACE: upgraded
    use(upgraded[0]);
    server.await();
  }

  /** The handler says over a channel that it was called. */
  static void noRaceKubernetes49404() {
    Chan<Boolean> upgraded = Chan.make(1);
    WaitGroup server = new WaitGroup();
    server.go(() -> upgraded.send(true));
    use(upgraded.receive());
    server.await();
  }

  /** kubernetes/79631: a queue's map is asked without the lock under which it is changed. */
  static void raceKubernetes79631() {
    Mutex lock = new Mutex();
    Map<String, Integer> nominated = new HashMap<>();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      lock.lock();
      // RACE: nominated
      nominated.put("pod", 1);
      lock.unlock();
    });
    running.go(() -> {
      // RACE: nominated
      use(nominated.get("pod"));
    });
    running.await();
  }

  /** The map is asked under the lock, too. */
  static void noRaceKubernetes79631() {
    Mutex lock = new Mutex();
    Map<String, Integer> nominated = new HashMap<>();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      lock.lock();
      nominated.put("pod", 1);
      lock.unlock();
    });
    running.go(() -> {
      lock.lock();
      use(nominated.get("pod"));
      lock.unlock();
    });
    running.await();
  }

  private static final class Config {
    Runnable dial;
  }

  /** kubernetes/80284: two users of one configuration set its function. */
  static void raceKubernetes80284() {
    Config config = new Config();
    WaitGroup running = new WaitGroup();
    for (int n = 0; n < 2; n++) {
      running.go(() -> {
        // RACE: dial
        config.dial = () -> {};
      });
    }
    running.await();
  }

  /** Each user has a copy. */
  static void noRaceKubernetes80284() {
    WaitGroup running = new WaitGroup();
    for (int n = 0; n < 2; n++) {
      Config copy = new Config();
      running.go(() -> copy.dial = () -> {});
    }
    running.await();
  }
}
