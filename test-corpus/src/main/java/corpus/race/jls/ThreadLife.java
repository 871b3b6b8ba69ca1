package corpus.race.jls;

import static corpus.race.Sides.start;
import static corpus.race.Sides.threaded;
import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;
import static corpus.race.Sides.virtualThreads;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** JLS 17.4.4: starting a thread, and learning that one has ended. */
final class ThreadLife {
  private ThreadLife() {}

  private static final class Shared {
    int data;
    int never;
    boolean done;
  }

  /** What is done before the start is seen by the thread. */
  static void noRaceStart() throws Exception {
    Shared s = new Shared();
    s.data = 1;
    start(() -> s.data = 2).join();
  }

  /** The starter goes on writing after the start. */
  static void raceAfterTheStart() throws Exception {
    Shared s = new Shared();
    // RACE: data
    Thread thread = start(() -> use(s.data));
    // RACE: data
    s.data = 1;
    thread.join();
  }

  /** What the thread did is seen after the join. */
  static void noRaceJoin() throws Exception {
    Shared s = new Shared();
    start(() -> s.data = 1).join();
    s.data = 2;
  }

  /** The same for a join that was given a time and did not need it. */
  static void noRaceTimedJoin() throws Exception {
    Shared s = new Shared();
    Thread thread = start(() -> s.data = 1);
    thread.join(60_000);
    s.data = 2;
  }

  /** The same for a join that says whether the thread has ended. */
  static void noRaceJoinOfADuration() throws Exception {
    Shared s = new Shared();
    Thread thread = start(() -> s.data = 1);
    if (thread.join(Duration.ofMinutes(1))) {
      s.data = 2;
    }
  }

  /** A join whose time ran out has learnt nothing. */
  static void raceJoinThatTimesOut() throws Exception {
    Shared s = new Shared();
    CountDownLatch end = new CountDownLatch(1);
    Thread thread = start(() -> {
      // RACE: data
      s.data = 1;
      end.await();
    });
    thread.join(1);
    // RACE: data
    s.data = 2;
    end.countDown();
    thread.join();
  }

  /** That a thread is not alive is as good as a join. */
  static void noRaceIsAlive() throws Exception {
    Shared s = new Shared();
    Thread thread = start(() -> s.data = 1);
    while (thread.isAlive()) {
      Thread.yield();
    }
    s.data = 2;
  }

  /** That a thread is alive says nothing. */
  static void raceStillAlive() throws Exception {
    Shared s = new Shared();
    CountDownLatch end = new CountDownLatch(1);
    Thread thread = start(() -> {
      // RACE: data
      s.data = 1;
      end.await();
    });
    use(thread.isAlive());
    // RACE: data
    s.data = 2;
    end.countDown();
    thread.join();
  }

  /** The state says that the thread has ended. */
  static void noRaceTerminated() throws Exception {
    Shared s = new Shared();
    Thread thread = start(() -> s.data = 1);
    while (thread.getState() != Thread.State.TERMINATED) {
      Thread.yield();
    }
    s.data = 2;
  }

  /** One thread is joined, the other one is not yet. */
  static void raceTheOtherThreadIsJoined() throws Exception {
    Shared s = new Shared();
    // RACE: data
    Thread first = start(() -> s.data = 1);
    Thread second = start(() -> use(s.never));
    second.join();
    // RACE: data
    s.data = 2;
    first.join();
  }

  /** A thread started by a thread, joined by it. */
  static void noRaceGrandchild() throws Exception {
    Shared s = new Shared();
    s.data = 1;
    start(() -> start(() -> s.data++).join()).join();
    s.data++;
  }

  /** Two siblings. */
  static void raceSiblings() throws Exception {
    Shared s = new Shared();
    threads(
        // RACE: data
        () -> s.data++,
        // RACE: data
        () -> s.data--);
  }

  /** Two siblings, one started after the other has ended. */
  static void noRaceOneAfterTheOther() throws Exception {
    Shared s = new Shared();
    start(() -> s.data++).join();
    start(() -> s.data++).join();
  }

  /** The default value was written before any thread's first action. */
  static void noRaceDefaultValue() throws Exception {
    Shared s = new Shared();
    threads(() -> use(s.never), () -> use(s.never));
  }

  /** A thread's own fields, written by its constructor. */
  static void noRaceFieldsOfAThread() throws Exception {
    final class Counting extends Thread {
      int from;
      int result;

      Counting(int from) {
        this.from = from;
      }

      @Override
      public void run() {
        result = from + 1;
      }
    }

    Counting counting = new Counting(41);
    counting.start();
    counting.join();
    use(counting.result);
  }

  /** A thread's result is read while the thread may still be at it. */
  static void raceResultReadTooEarly() throws Exception {
    final class Counting extends Thread {
      int result;

      @Override
      public void run() {
        // RACE: result
        result = 42;
      }
    }

    Counting counting = new Counting();
    counting.start();
    // RACE: result
    use(counting.result);
    counting.join();
  }

  /** Sleeping orders nothing. */
  static void raceSleep() throws Exception {
    Shared s = new Shared();
    threaded(
        // RACE: data
        () -> s.data = 1, () -> {
          Thread.sleep(2);
          // RACE: data
          use(s.data);
        });
  }

  /** Yielding orders nothing. */
  static void raceYield() throws Exception {
    Shared s = new Shared();
    threaded(
        // RACE: data
        () -> s.data = 1, () -> {
          Thread.yield();
          // RACE: data
          use(s.data);
        });
  }

  /** A plain flag that ends a loop, which JLS 17.3 warns of. */
  static void raceFlagPolledBetweenSleeps() throws Exception {
    Shared s = new Shared();
    threaded(
        // RACE: done
        () -> s.done = true, () -> {
          // RACE: done
          while (!s.done) {
            Thread.sleep(1);
          }
        });
  }

  /** Start and join of virtual threads. */
  static void noRaceVirtualThread() throws Exception {
    Shared s = new Shared();
    s.data = 1;
    Thread.startVirtualThread(() -> s.data++).join();
    s.data++;
  }

  /** Two virtual threads, on one carrier or not. */
  static void raceVirtualThreads() throws Exception {
    Shared s = new Shared();
    virtualThreads(
        // RACE: data
        () -> s.data++,
        // RACE: data
        () -> s.data--);
  }

  /** Virtual threads that leave their carriers between two accesses. */
  static void raceVirtualThreadsThatYield() throws Exception {
    Shared s = new Shared();
    virtualThreads(
        () -> {
          Thread.yield();
          // RACE: data
          s.data = 1;
          Thread.yield();
        },
        () -> {
          Thread.yield();
          // RACE: data
          s.data = 2;
          Thread.yield();
        });
  }

  /** An unstarted thread of a builder. */
  static void noRaceBuilder() throws Exception {
    Shared s = new Shared();
    Thread thread = Thread.ofPlatform().name("built").unstarted(() -> s.data++);
    s.data = 1;
    thread.start();
    thread.join();
    use(s.data);
  }
}
