package corpus.race.juc;

import static corpus.race.Sides.use;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Tasks that run later, once or again and again. */
final class Timers {
  private Timers() {}

  private interface Body {
    void in(ScheduledExecutorService pool) throws Exception;
  }

  private static void scheduled(Body body) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
    try {
      body.in(pool);
    } finally {
      pool.shutdown();
      use(pool.awaitTermination(1, TimeUnit.MINUTES));
    }
  }

  /**
   * What is done before the scheduling is seen by the task, and the task by who gets its result.
   */
  static void noRaceSchedule() throws Exception {
    Shared s = new Shared();
    scheduled(pool -> {
      s.data = 1;
      pool.schedule(() -> s.data++, 1, TimeUnit.MILLISECONDS).get();
      s.data++;
    });
  }

  /** Each run of a repeated task sees the run before, though on another thread. */
  static void noRaceRepeated() throws Exception {
    Shared s = new Shared();
    CountDownLatch runs = new CountDownLatch(5);
    scheduled(pool -> {
      ScheduledFuture<?> task = pool.scheduleAtFixedRate(
          () -> {
            s.data++;
            runs.countDown();
          },
          0,
          100,
          TimeUnit.MICROSECONDS);
      runs.await();
      task.cancel(false);
    });
  }

  /** The same with a pause between the runs. */
  static void noRaceRepeatedWithAPause() throws Exception {
    Shared s = new Shared();
    CountDownLatch runs = new CountDownLatch(3);
    scheduled(pool -> {
      ScheduledFuture<?> task = pool.scheduleWithFixedDelay(
          () -> {
            s.data++;
            runs.countDown();
          },
          0,
          100,
          TimeUnit.MICROSECONDS);
      runs.await();
      task.cancel(false);
    });
  }

  /** A timer's task sees what was done before it was scheduled. */
  static void noRaceTimer() throws Exception {
    Shared s = new Shared();
    CountDownLatch ran = new CountDownLatch(1);
    Timer timer = new Timer(true);
    s.data = 1;
    timer.schedule(
        task(() -> {
          s.data++;
          ran.countDown();
        }),
        1);
    ran.await();
    s.data++;
    timer.cancel();
  }

  /** The tasks of one timer share its thread. */
  static void noRaceTasksOfOneTimer() throws Exception {
    Shared s = new Shared();
    CountDownLatch ran = new CountDownLatch(2);
    Timer timer = new Timer(true);
    for (int n = 0; n < 2; n++) {
      timer.schedule(
          task(() -> {
            s.data++;
            ran.countDown();
          }),
          n);
    }
    ran.await();
    timer.cancel();
  }

  private static TimerTask task(Runnable body) {
    return new TimerTask() {
      @Override
      public void run() {
        body.run();
      }
    };
  }

  /** A delay orders nothing. */
  static void raceAfterTheScheduling() throws Exception {
    Shared s = new Shared();
    scheduled(pool -> {
      // RACE: data
      ScheduledFuture<?> task = pool.schedule(() -> s.data++, 2, TimeUnit.MILLISECONDS);
      // RACE: data
      s.data = 1;
      task.get();
    });
  }

  /** The same with a timer. */
  static void raceAfterTheTimerIsSet() throws Exception {
    Shared s = new Shared();
    CountDownLatch ran = new CountDownLatch(1);
    Timer timer = new Timer(true);
    TimerTask task = task(() -> {
      // RACE: data
      s.data++;
      ran.countDown();
    });
    timer.schedule(task, 2);
    // RACE: data
    s.data = 1;
    ran.await();
    timer.cancel();
  }

  /** Tasks of two timers. */
  static void raceTwoTimers() throws Exception {
    Shared s = new Shared();
    CountDownLatch ran = new CountDownLatch(2);
    Timer left = new Timer(true);
    Timer right = new Timer(true);
    TimerTask increment = task(() -> {
      // RACE: data
      s.data++;
      ran.countDown();
    });
    TimerTask decrement = task(() -> {
      // RACE: data
      s.data--;
      ran.countDown();
    });
    left.schedule(increment, 1);
    right.schedule(decrement, 1);
    ran.await();
    left.cancel();
    right.cancel();
  }
}
