package corpus.patterns;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.WaitGroup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** A fixed number of workers share one queue of jobs. */
public final class WorkerPool {
  private record Result(int job, int value) {}

  private WorkerPool() {}

  /** Applies work to every job with so many workers; returns the results by job. */
  public static Map<Integer, Integer> run(List<Integer> jobs, int workers, IntUnaryOperator work) {
    Chan<Integer> queue = Chan.make();
    Chan<Result> results = Chan.make();
    WaitGroup working = new WaitGroup();
    for (int i = 0; i < workers; i++) {
      working.go(() -> {
        for (int job : queue) {
          results.send(new Result(job, work.applyAsInt(job)));
        }
      });
    }
    Go.go(() -> {
      jobs.forEach(queue::send);
      queue.close(); // the workers' loops end
      working.await();
      results.close(); // and so does the one below
    });
    Map<Integer, Integer> byJob = new TreeMap<>();
    for (Result result : results) {
      byJob.put(result.job(), result.value());
    }
    return byJob;
  }
}
