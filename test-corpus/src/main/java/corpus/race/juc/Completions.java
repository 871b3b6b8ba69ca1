package corpus.race.juc;

import static corpus.race.Sides.start;
import static corpus.race.Sides.use;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** CompletableFuture: what is done before a completion is seen by all that depends on it. */
final class Completions {
  private Completions() {}

  /** A thread for each task, so that no two tasks share one by chance. */
  private static final Executor THREADS = task -> new Thread(task).start();

  /** An action and its end. */
  static void noRaceRunAsync() {
    Shared s = new Shared();
    s.data = 1;
    CompletableFuture.runAsync(() -> s.data++, THREADS).join();
    s.data++;
  }

  /** The common pool. */
  static void noRaceCommonPool() {
    Shared s = new Shared();
    s.data = 1;
    CompletableFuture.supplyAsync(() -> s.data++).thenApplyAsync(n -> s.data++).join();
    s.data++;
  }

  /** A chain of stages on threads of their own. */
  static void noRaceChain() {
    Shared s = new Shared();
    CompletableFuture.supplyAsync(() -> s.data++, THREADS)
        .thenApplyAsync(n -> s.data += n, THREADS)
        .thenAcceptAsync(n -> s.data += n, THREADS)
        .thenRunAsync(() -> s.data++, THREADS)
        .join();
    use(s.data);
  }

  /** A stage after two others. */
  static void noRaceCombine() {
    int[] cells = new int[2];
    CompletableFuture<Integer> left = CompletableFuture.supplyAsync(() -> cells[0]++, THREADS);
    CompletableFuture<Integer> right = CompletableFuture.supplyAsync(() -> cells[1]++, THREADS);
    left.thenCombineAsync(right, (a, b) -> cells[0] + cells[1], THREADS).join();
    use(cells[0] + cells[1]);
  }

  /** All of several. */
  static void noRaceAllOf() {
    int[] cells = new int[2];
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> cells[0]++, THREADS),
            CompletableFuture.runAsync(() -> cells[1]++, THREADS))
        .join();
    use(cells[0] + cells[1]);
  }

  /** The one of several that has a result. */
  static void noRaceAnyOf() {
    Shared s = new Shared();
    CompletableFuture<Object> never = new CompletableFuture<>();
    CompletableFuture<Integer> task = CompletableFuture.supplyAsync(() -> s.data++, THREADS);
    CompletableFuture.anyOf(never, task).join();
    s.data++;
  }

  /** A future within a future. */
  static void noRaceCompose() {
    Shared s = new Shared();
    CompletableFuture.supplyAsync(() -> s.data++, THREADS)
        .thenComposeAsync(n -> CompletableFuture.supplyAsync(() -> s.data++, THREADS), THREADS)
        .join();
    s.data++;
  }

  /** A future completed by hand. */
  static void noRaceComplete() throws Exception {
    Shared s = new Shared();
    CompletableFuture<String> future = new CompletableFuture<>();
    Thread thread = start(() -> {
      s.data = 1;
      future.complete("done");
    });
    use(future.get());
    s.data++;
    thread.join();
  }

  /** A future that fails, and what looks after the failure. */
  static void noRaceFailure() {
    Shared s = new Shared();
    CompletableFuture.runAsync(
            () -> {
              s.data = 1;
              throw new IllegalStateException("expected");
            },
            THREADS)
        .handleAsync((nothing, failure) -> s.data++, THREADS)
        .whenCompleteAsync((result, failure) -> s.data++, THREADS)
        .join();
    s.data++;
  }

  /** The exception reaches who joins. */
  static void noRaceFailureJoined() {
    Shared s = new Shared();
    try {
      CompletableFuture.runAsync(
              () -> {
                s.data = 1;
                throw new IllegalStateException("expected");
              },
              THREADS)
          .join();
    } catch (CompletionException expected) {
      s.data++;
    }
  }

  /** A future that is known to be done. */
  static void noRaceIsDone() {
    Shared s = new Shared();
    CompletableFuture<Void> future = CompletableFuture.runAsync(() -> s.data++, THREADS);
    while (!future.isDone()) {
      Thread.yield();
    }
    s.data++;
  }

  /** A result that is asked for without waiting. */
  static void noRaceGetNow() {
    Shared s = new Shared();
    CompletableFuture<Integer> future = CompletableFuture.supplyAsync(() -> ++s.data, THREADS);
    while (future.getNow(-1) == -1) {
      Thread.yield();
    }
    s.data++;
  }

  /** A result in time. */
  static void noRaceOrTimeout() {
    Shared s = new Shared();
    CompletableFuture.runAsync(() -> s.data++, THREADS)
        .orTimeout(1, TimeUnit.MINUTES)
        .join();
    s.data++;
  }

  /** Two futures that know nothing of one another. */
  static void raceTwoFutures() {
    Shared s = new Shared();
    // RACE: data
    CompletableFuture<Void> left = CompletableFuture.runAsync(() -> s.data++, THREADS);
    // RACE: data
    CompletableFuture<Void> right = CompletableFuture.runAsync(() -> s.data--, THREADS);
    CompletableFuture.allOf(left, right).join();
  }

  /** Two stages after one. */
  static void raceTwoDependents() {
    Shared s = new Shared();
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> use(s.more), THREADS);
    // RACE: data
    CompletableFuture<Void> left = first.thenRunAsync(() -> s.data++, THREADS);
    // RACE: data
    CompletableFuture<Void> right = first.thenRunAsync(() -> s.data--, THREADS);
    CompletableFuture.allOf(left, right).join();
  }

  /** A write after the completion. */
  static void raceAfterTheCompletion() throws Exception {
    Shared s = new Shared();
    CompletableFuture<String> future = new CompletableFuture<>();
    Thread thread = start(() -> {
      future.complete("done");
      // RACE: data
      s.data = 1;
    });
    use(future.join());
    // RACE: data
    s.data++;
    thread.join();
  }

  /** Any of two: only the one that was done counts. */
  static void raceTheOtherOfTwo() {
    Shared s = new Shared();
    CompletableFuture<Object> done = CompletableFuture.completedFuture("at once");
    CompletableFuture<Void> task = CompletableFuture.runAsync(
        () -> {
          // RACE: data
          s.data = 1;
        },
        THREADS);
    use(CompletableFuture.anyOf(done, task).join());
    // RACE: data
    s.data++;
    task.join();
  }

  /** A completion that lost against another one. */
  static void raceSecondCompletion() throws Exception {
    Shared s = new Shared();
    CompletableFuture<String> future = CompletableFuture.completedFuture("first");
    Thread thread = start(() -> {
      // RACE: data
      s.data = 1;
      use(future.complete("second"));
    });
    use(future.join());
    // RACE: data
    s.data = 2;
    thread.join();
  }

  /** A timeout stands in for the result. */
  static void raceCompletedByATimeout() throws Exception {
    Shared s = new Shared();
    CompletableFuture<String> future = new CompletableFuture<>();
    Thread thread = start(() -> {
      // RACE: data
      s.data = 1;
      future.join();
    });
    future.completeOnTimeout("late", 1, TimeUnit.MILLISECONDS).join();
    // RACE: data
    s.data = 2;
    thread.join();
  }
}
