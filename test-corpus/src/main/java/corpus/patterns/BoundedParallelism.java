package corpus.patterns;

import dev.goguard.runtime.ErrGroup;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Many tasks, few at a time; the first failure is the result. */
public final class BoundedParallelism {
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  /** How many tasks have run at the same time at most. */
  public int most() {
    return most.get();
  }

  /** Runs all tasks, so many at a time, and returns their results in the order of the tasks. */
  public <T> List<T> run(List<? extends Callable<T>> tasks, int atOnce) throws Exception {
    AtomicReferenceArray<T> results = new AtomicReferenceArray<>(tasks.size());
    ErrGroup group = new ErrGroup();
    group.setLimit(atOnce);
    for (int i = 0; i < tasks.size(); i++) {
      int index = i;
      group.go(
          () -> results.set(index, counted(tasks.get(index)))); // waits while the group is full
    }
    group.await();
    return IntStream.range(0, tasks.size()).mapToObj(results::get).toList();
  }

  private <T> T counted(Callable<T> task) throws Exception {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      return task.call();
    } finally {
      running.decrementAndGet();
    }
  }
}
