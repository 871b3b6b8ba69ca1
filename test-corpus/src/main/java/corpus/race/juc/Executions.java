package corpus.race.juc;

import static corpus.race.Sides.use;

import corpus.race.Gate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What is done before a submission is seen by the task, and its work by who gets the result. */
final class Executions {
  private Executions() {}

  private interface Body {
    void in(ExecutorService pool) throws Exception;
  }

  private static void pooled(Body body) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      body.in(pool);
    } finally {
      pool.shutdown();
      use(pool.awaitTermination(1, TimeUnit.MINUTES));
    }
  }

  /** Submission and result. */
  static void noRaceSubmitAndGet() throws Exception {
    Shared s = new Shared();
    pooled(pool -> {
      s.data = 1;
      Future<?> future = pool.submit(() -> s.data++);
      future.get();
      s.data++;
    });
  }

  /** Execution and a latch. */
  static void noRaceExecute() throws Exception {
    Shared s = new Shared();
    CountDownLatch done = new CountDownLatch(1);
    pooled(pool -> {
      s.data = 1;
      pool.execute(() -> {
        s.data++;
        done.countDown();
      });
      done.await();
      s.data++;
    });
  }

  /** The result is an exception. */
  static void noRaceFailure() throws Exception {
    Shared s = new Shared();
    pooled(pool -> {
      Future<?> future = pool.submit(() -> {
        s.data = 1;
        throw new IllegalStateException("expected");
      });
      try {
        future.get();
      } catch (ExecutionException expected) {
        s.data++;
      }
    });
  }

  /** A task that is known to be done. */
  static void noRaceIsDone() throws Exception {
    Shared s = new Shared();
    pooled(pool -> {
      Future<?> future = pool.submit(() -> s.data++);
      while (!future.isDone()) {
        Thread.yield();
      }
      s.data++;
    });
  }

  /** All tasks of a list. */
  static void noRaceInvokeAll() throws Exception {
    int[] cells = new int[2];
    pooled(pool -> {
      Callable<Integer> left = () -> cells[0]++;
      Callable<Integer> right = () -> cells[1]++;
      pool.invokeAll(List.of(left, right));
      use(cells[0] + cells[1]);
    });
  }

  /** The tasks in the order in which they end. */
  static void noRaceCompletionService() throws Exception {
    int[] cells = new int[2];
    pooled(pool -> {
      CompletionService<Integer> ended = new ExecutorCompletionService<>(pool);
      ended.submit(() -> cells[0]++);
      ended.submit(() -> cells[1]++);
      use(ended.take().get() + ended.take().get());
      use(cells[0] + cells[1]);
    });
  }

  /** The pool has come to its end. */
  static void noRaceTermination() throws Exception {
    Shared s = new Shared();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    pool.execute(() -> s.data++);
    pool.shutdown();
    if (pool.awaitTermination(1, TimeUnit.MINUTES)) {
      s.data++;
    }
  }

  /** The pool is closed at the end of a block. */
  static void noRaceClose() {
    Shared s = new Shared();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      pool.submit(() -> s.data++);
    }
    s.data++;
  }

  /** A pool of one thread runs its tasks one after the other. */
  static void noRaceSingleThread() throws Exception {
    Shared s = new Shared();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    for (int n = 0; n < 10; n++) {
      pool.execute(() -> s.data++);
    }
    pool.shutdown();
    use(pool.awaitTermination(1, TimeUnit.MINUTES));
  }

  /** A task that submits another one. */
  static void noRaceTaskOfATask() throws Exception {
    Shared s = new Shared();
    pooled(pool -> {
      Future<Future<?>> outer = pool.submit(() -> {
        s.data++;
        return pool.submit(() -> s.data++);
      });
      outer.get().get();
      s.data++;
    });
  }

  /** A task run by a thread of the program's own. */
  static void noRaceFutureTask() throws Exception {
    Shared s = new Shared();
    FutureTask<Integer> task = new FutureTask<>(() -> s.data++);
    Thread thread = new Thread(task);
    thread.start();
    use(task.get());
    s.data++;
    thread.join();
  }

  /** An executor that runs tasks in the submitter's thread. */
  static void noRaceDirectExecutor() {
    Shared s = new Shared();
    Executor direct = Runnable::run;
    direct.execute(() -> s.data++);
    s.data++;
  }

  /** A result made by the task. */
  static void noRaceResultObject() throws Exception {
    pooled(pool -> {
      Future<Shared> future = pool.submit(() -> {
        Shared made = new Shared();
        made.data = 42;
        return made;
      });
      future.get().data++;
    });
  }

  /** Two tasks on two threads. */
  static void raceTwoTasks() throws Exception {
    Shared s = new Shared();
    pooled(pool -> {
      // RACE: data
      pool.execute(() -> s.data++);
      // RACE: data
      pool.execute(() -> s.data--);
    });
  }

  /** Two virtual threads of an executor. */
  static void raceVirtualThreadPerTask() {
    Shared s = new Shared();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      // RACE: data
      pool.submit(() -> s.data++);
      // RACE: data
      pool.submit(() -> s.data--);
    }
  }

  /** The submitter goes on writing. */
  static void raceAfterTheSubmission() throws Exception {
    Shared s = new Shared();
    pooled(pool -> {
      // RACE: data
      Future<?> future = pool.submit(() -> s.data++);
      // RACE: data
      s.data = 1;
      future.get();
    });
  }

  /** The result of another task was waited for. */
  static void raceAnotherResult() throws Exception {
    Shared s = new Shared();
    pooled(pool -> {
      // RACE: data
      Future<?> first = pool.submit(() -> s.data++);
      Future<?> second = pool.submit(() -> s.more++);
      second.get();
      // RACE: data
      s.data++;
      first.get();
    });
  }

  /** A task that was cancelled goes on unseen. */
  static void raceCancelled() throws Exception {
    Shared s = new Shared();
    Gate written = new Gate();
    CountDownLatch end = new CountDownLatch(1);
    pooled(pool -> {
      Future<?> future = pool.submit(() -> {
        // RACE: data
        s.data = 1;
        written.open();
        end.await();
        return null;
      });
      written.pass();
      future.cancel(false);
      try {
        future.get();
      } catch (CancellationException expected) {
        // RACE: data
        s.data = 2;
      }
      end.countDown();
    });
  }

  /** Shutting down does not wait. */
  static void raceShutdownDoesNotWait() throws Exception {
    Shared s = new Shared();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    // RACE: data
    pool.execute(() -> s.data++);
    pool.shutdown();
    // RACE: data
    s.data++;
    use(pool.awaitTermination(1, TimeUnit.MINUTES));
  }

  /** All tasks of a list are over afterwards, and unordered among themselves. */
  static void raceTasksOfInvokeAll() throws Exception {
    Shared s = new Shared();
    pooled(pool -> {
      // RACE: data
      Callable<Integer> left = () -> s.data++;
      // RACE: data
      Callable<Integer> right = () -> s.data--;
      pool.invokeAll(List.of(left, right));
    });
  }

  /** What a pool does when it terminates is seen by who has waited for that. */
  static void noRaceTerminated() throws Exception {
    Shared s = new Shared();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected void terminated() {
            s.data = 1;
          }
        };
    pool.execute(() -> {});
    pool.shutdown();
    if (pool.awaitTermination(1, TimeUnit.MINUTES)) {
      use(s.data);
    }
  }
}
