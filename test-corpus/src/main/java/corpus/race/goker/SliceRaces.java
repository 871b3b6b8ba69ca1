package corpus.race.goker;

import static corpus.race.Sides.use;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.RWMutex;
import dev.goguard.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Kernels that race on slices: lists and arrays here. */
final class SliceRaces {
  private SliceRaces() {}

  private static final class Cache {
    final RWMutex lock = new RWMutex();
    final List<String> watchers = new ArrayList<>(List.of("first"));

    void addWatcher(String watcher) {
      lock.lock();
      watchers.add(watcher);
      lock.unlock();
    }
  }

  /** kubernetes/77796: the list is taken under the lock and gone through after it. */
  static void raceKubernetes77796() {
    RWMutex lock = new RWMutex();
    List<String> watchers = new ArrayList<>(List.of("first"));
    WaitGroup running = new WaitGroup();
    Gate taken = new Gate();
    running.go(() -> {
      lock.rlock();
      List<String> seen = watchers;
      lock.runlock();
      taken.open();
      // RACE: watchers
      use(seen.get(0));
    });
    taken.pass();
    lock.lock();
    // RACE: watchers
    watchers.add("second");
    lock.unlock();
    running.await();
  }

  /** The lock is held to the end. */
  static void noRaceKubernetes77796() {
    Cache cache = new Cache();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      cache.lock.rlock();
      for (String watcher : cache.watchers) {
        use(watcher);
      }
      cache.lock.runlock();
    });
    cache.addWatcher("second");
    running.await();
  }

  /** kubernetes/89164: the same with a broadcaster whose loop is started by its constructor. */
  static void raceKubernetes89164() {
    final class Broadcaster {
      final Mutex lock = new Mutex();
      final List<String> watchers = new ArrayList<>(List.of("first"));
      final WaitGroup loops = new WaitGroup();
      final Gate taken = new Gate();

      Broadcaster() {
        loops.go(this::distribute);
      }

      void distribute() {
        lock.lock();
        List<String> seen = watchers;
        lock.unlock();
        taken.open();
        // RACE: watchers
        use(seen.size());
      }

      void watch() {
        taken.pass();
        lock.lock();
        // RACE: watchers
        watchers.add("second");
        lock.unlock();
      }
    }

    Broadcaster broadcaster = new Broadcaster();
    broadcaster.watch();
    broadcaster.loops.await();
  }

  /** The loop goes through a copy made under the lock. */
  static void noRaceKubernetes89164() {
    Cache cache = new Cache();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      cache.lock.rlock();
      List<String> copy = List.copyOf(cache.watchers);
      cache.lock.runlock();
      use(copy.size());
    });
    cache.addWatcher("second");
    running.await();
  }

  /** kubernetes/88331: the length of a heap is asked without its lock. */
  static void raceKubernetes88331() {
    RWMutex lock = new RWMutex();
    PriorityQueue<Integer> heap = new PriorityQueue<>();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      lock.lock();
      // RACE: heap
      heap.add(1);
      lock.unlock();
    });
    running.go(() -> {
      // RACE: heap
      use(heap.size());
    });
    running.await();
  }

  /** The length is asked under the lock. */
  static void noRaceKubernetes88331() {
    RWMutex lock = new RWMutex();
    PriorityQueue<Integer> heap = new PriorityQueue<>();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      lock.lock();
      heap.add(1);
      lock.unlock();
    });
    running.go(() -> {
      lock.rlock();
      use(heap.size());
      lock.runlock();
    });
    running.await();
  }

  /** serving/3148: a hook adds to the list that a worker goes through. */
  static void raceServing3148() {
    List<String> deleted = new ArrayList<>(List.of("before"));
    WaitGroup workers = new WaitGroup();
    Chan<Boolean> looked = Chan.make(2);
    workers.go(() -> {
      // RACE: deleted
      use(deleted.contains("service"));
      looked.send(true);
    });
    workers.go(() -> {
      // RACE: deleted
      deleted.add("service");
      looked.send(true);
    });
    workers.await();
  }

  /** The hook has run before the worker starts. */
  static void noRaceServing3148() {
    List<String> deleted = new ArrayList<>(List.of("before"));
    WaitGroup hooks = new WaitGroup();
    hooks.go(() -> deleted.add("service"));
    hooks.await();
    WaitGroup workers = new WaitGroup();
    workers.go(() -> use(deleted.contains("service")));
    workers.await();
  }

  /** kubernetes/70892: two workers fill in all elements, and not each its own. */
  static void raceKubernetes70892() {
    int[] scores = new int[8];
    WaitGroup workers = new WaitGroup();
    workers.go(() -> {
      for (int i = 0; i < scores.length; i++) {
        // RACE: element
        scores[i] = i;
      }
    });
    workers.go(() -> {
      for (int i = 0; i < scores.length; i++) {
        // RACE: element
        scores[i] = -i;
      }
    });
    workers.await();
  }

  /** The pieces are shared out over a channel. */
  static void noRaceKubernetes70892() {
    int[] scores = new int[8];
    Chan<Integer> pieces = Chan.make(scores.length);
    for (int i = 0; i < scores.length; i++) {
      pieces.send(i);
    }
    pieces.close();
    WaitGroup workers = new WaitGroup();
    for (int n = 0; n < 2; n++) {
      workers.go(() -> {
        for (int piece : pieces) {
          scores[piece] = piece;
        }
      });
    }
    workers.await();
    use(scores[7]);
  }
}
