package corpus.race.goker;

import static corpus.race.Sides.use;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoPanic;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.WaitGroup;

/** Kernels that misuse channels, a WaitGroup or a test's handle. */
final class Misuses {
  private Misuses() {}

  private static final class Node {
    Chan<Boolean> stop;
    Chan<Boolean> done;
  }

  /** etcd/3077: a node's loop is started before the node has its channels. */
  static void raceEtcd3077() {
    Node node = new Node();
    WaitGroup loops = new WaitGroup();
    loops.go(() -> {
      // RACE: stop
      Chan<Boolean> stop = node.stop;
      use(stop);
    });
    // RACE: stop
    node.stop = Chan.make();
    loops.await();
  }

  /** The channels are made before the loop is started. */
  static void noRaceEtcd3077() {
    Node node = new Node();
    node.stop = Chan.make();
    node.done = Chan.make();
    WaitGroup loops = new WaitGroup();
    loops.go(() -> {
      use(node.stop.receiveOk());
      node.done.close();
    });
    node.stop.close();
    use(node.done.receiveOk());
    loops.await();
  }

  private static final class Balancer {
    private String state = "idle";

    static Balancer closed() {
      return null;
    }

    String state() {
      return state;
    }
  }

  /**
   * grpc/2371: after the connection is closed its balancer is gone, and a late update calls it. The
   * kernel shows as a panic; its accesses are ordered by the channel, so nothing races.
   */
  static void noRaceGrpc2371() {
    Chan<Balancer> updates = Chan.make(1);
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      Balancer gone = updates.receive();
      try {
        use(gone.state());
      } catch (NullPointerException panic) {
        use(panic);
      }
    });
    updates.send(Balancer.closed());
    running.await();
  }

  /** The update is dropped when there is no balancer. */
  static void noRaceGrpc2371Fixed() {
    Chan<Balancer> updates = Chan.make(1);
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      Balancer balancer = updates.receive();
      if (balancer != null) {
        use(balancer.state());
      }
    });
    updates.send(Balancer.closed());
    running.await();
  }

  /**
   * serving/3068: a pool of workers is closed while tasks are still sent to it. The send may panic;
   * whether it does or not, it races with the close.
   */
  static void raceServing3068() {
    Chan<Integer> tasks = Chan.make(4);
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      try {
        // RACE: tasks
        tasks.send(1);
      } catch (GoPanic sendOnClosed) {
        use(sendOnClosed);
      }
    });
    // RACE: tasks
    tasks.close();
    running.await();
  }

  /** The pool is closed when all senders are done. */
  static void noRaceServing3068() {
    Chan<Integer> tasks = Chan.make(4);
    WaitGroup senders = new WaitGroup();
    WaitGroup workers = new WaitGroup();
    workers.go(() -> {
      for (int task : tasks) {
        use(task);
      }
    });
    senders.go(() -> tasks.send(1));
    senders.await();
    tasks.close();
    workers.await();
  }

  /** serving/5865: a goroutine closes the channel that its creator sends on. */
  static void raceServing5865() {
    Chan<Integer> probes = Chan.make(1);
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      // RACE: probes
      probes.close();
    });
    try {
      // RACE: probes
      probes.send(1);
    } catch (GoPanic sendOnClosed) {
      use(sendOnClosed);
    }
    running.await();
  }

  /** The creator, who sends, closes. */
  static void noRaceServing5865() {
    Chan<Integer> probes = Chan.make(1);
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      for (int probe : probes) {
        use(probe);
      }
    });
    probes.send(1);
    probes.close();
    running.await();
  }

  /** serving/4908: a goroutine logs to a test's handle that may have finished. */
  static void raceServing4908() {
    final class TestHandle {
      boolean finished;

      void log(String line) {
        // RACE: finished
        if (!finished) {
          use(line);
        }
      }

      void finish() {
        // RACE: finished
        finished = true;
      }
    }

    TestHandle test = new TestHandle();
    WaitGroup leaked = new WaitGroup();
    leaked.go(() -> test.log("still at it"));
    test.finish();
    leaked.await();
  }

  /** The test finishes when its goroutines have. */
  static void noRaceServing4908() {
    boolean[] finished = new boolean[1];
    WaitGroup owned = new WaitGroup();
    owned.go(() -> use(finished[0]));
    owned.await();
    finished[0] = true;
  }

  /** cockroach/4407: a goroutine adds itself to the group that somebody waits for already. */
  static void raceCockroach4407() {
    WaitGroup drain = new WaitGroup();
    Chan<Boolean> done = Chan.make(1);
    Gate added = new Gate();
    Gate waits = new Gate();
    Go.go(() -> {
      // RACE: drain
      drain.add(1);
      added.open();
      waits.passWhenOpenerWaits();
      drain.done();
      done.send(true);
    });
    added.pass();
    waits.open();
    // RACE: drain
    drain.await();
    done.receive();
  }

  /** Tasks are added under the lock that the stopper takes before it waits. */
  static void noRaceCockroach4407() {
    WaitGroup drain = new WaitGroup();
    WaitGroup running = new WaitGroup();
    Mutex lock = new Mutex();
    boolean[] quiescing = new boolean[1];
    running.go(() -> {
      lock.lock();
      boolean refused = quiescing[0];
      if (!refused) {
        drain.add(1);
      }
      lock.unlock();
      if (!refused) {
        drain.done();
      }
    });
    lock.lock();
    quiescing[0] = true;
    lock.unlock();
    drain.await();
    running.await();
  }
}
