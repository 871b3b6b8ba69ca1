package corpus.race.juc;

import static corpus.race.Sides.use;

import corpus.race.Gate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.stream.IntStream;

/**
 * Fork and join, and the streams built on them.
 *
 * <p>Two tasks may run on one worker, one after the other, and then they are ordered; so the sides
 * of a race meet first, which takes two workers.
 */
final class Forks {
  private Forks() {}

  private static void meet(Gate own, Gate other) {
    own.open();
    other.pass();
  }

  private static final class Sum extends RecursiveTask<Long> {
    final long[] numbers;
    final int from;
    final int to;

    Sum(long[] numbers, int from, int to) {
      this.numbers = numbers;
      this.from = from;
      this.to = to;
    }

    @Override
    protected Long compute() {
      if (to - from < 10) {
        long sum = 0;
        for (int i = from; i < to; i++) {
          sum += numbers[i]++;
        }
        return sum;
      }
      int middle = (from + to) >>> 1;
      Sum left = new Sum(numbers, from, middle);
      left.fork();
      return new Sum(numbers, middle, to).compute() + left.join();
    }
  }

  /** The halves of an array, each to its task. */
  static void noRaceRecursiveTask() {
    long[] numbers = new long[200];
    ForkJoinPool pool = new ForkJoinPool(3);
    use(pool.invoke(new Sum(numbers, 0, 200)));
    use(numbers[199]);
    pool.close();
  }

  /** Both tasks at once. */
  static void noRaceInvokeAll() {
    int[] cells = new int[2];
    final class Both extends RecursiveAction {
      @Override
      protected void compute() {
        invokeAll(ForkJoinTask.adapt(() -> cells[0]++), ForkJoinTask.adapt(() -> cells[1]++));
        use(cells[0] + cells[1]);
      }
    }

    ForkJoinPool pool = new ForkJoinPool(2);
    pool.invoke(new Both());
    pool.close();
  }

  /** Submission to a pool, and the result. */
  static void noRaceSubmit() throws Exception {
    Shared s = new Shared();
    s.data = 1;
    ForkJoinPool pool = new ForkJoinPool(2);
    pool.submit(() -> s.data++).get();
    s.data++;
    pool.close();
  }

  /** The last of the children to end completes the parent. */
  static void noRaceCountedCompleter() {
    int[] cells = new int[3];
    final class Child extends CountedCompleter<Void> {
      final int own;

      Child(CountedCompleter<?> parent, int own) {
        super(parent);
        this.own = own;
      }

      @Override
      public void compute() {
        cells[own] = own;
        tryComplete();
      }
    }

    final class Parent extends CountedCompleter<Void> {
      @Override
      public void compute() {
        setPendingCount(2);
        new Child(this, 1).fork();
        new Child(this, 2).fork();
        tryComplete();
      }

      @Override
      public void onCompletion(CountedCompleter<?> caller) {
        cells[0] = cells[1] + cells[2];
      }
    }

    ForkJoinPool pool = new ForkJoinPool(3);
    pool.invoke(new Parent());
    use(cells[0]);
    pool.close();
  }

  /** A reduction over a parallel stream. */
  static void noRaceReduction() {
    int[] numbers = IntStream.range(0, 2000).toArray();
    use(Arrays.stream(numbers).parallel().map(n -> n + 1).sum());
    numbers[0]++;
  }

  /** Each element of a parallel stream writes a slot of its own. */
  static void noRaceSlots() {
    int[] slots = new int[2000];
    IntStream.range(0, 2000).parallel().forEach(i -> slots[i] = i);
    use(Arrays.stream(slots).sum());
  }

  /** A parallel stream that collects. */
  static void noRaceCollect() {
    List<String> words =
        IntStream.range(0, 500).parallel().mapToObj(n -> "n" + n).toList();
    use(words.get(499));
  }

  /** The elements of a parallel stream go to a queue made for that. */
  static void noRaceQueueOfAStream() {
    ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
    IntStream.range(0, 500).parallel().forEach(queue::add);
    use(queue.size());
  }

  /** Sorting in parallel. */
  static void noRaceParallelSort() {
    int[] numbers = IntStream.range(0, 20_000).map(n -> 20_000 - n).toArray();
    Arrays.parallelSort(numbers);
    use(numbers[0]);
    Arrays.parallelPrefix(numbers, Integer::sum);
    numbers[0]++;
  }

  /** Two submitted tasks. */
  static void raceTwoTasks() throws Exception {
    Shared s = new Shared();
    Gate left = new Gate();
    Gate right = new Gate();
    ForkJoinPool pool = new ForkJoinPool(2);
    ForkJoinTask<?> first = pool.submit(() -> {
      meet(left, right);
      // RACE: data
      s.data++;
    });
    ForkJoinTask<?> second = pool.submit(() -> {
      meet(right, left);
      // RACE: data
      s.data--;
    });
    first.get();
    second.get();
    pool.close();
  }

  /** The parent goes on writing before it joins its child. */
  static void raceBeforeTheJoin() {
    Shared s = new Shared();
    Gate up = new Gate();
    Gate down = new Gate();
    final class Parent extends RecursiveAction {
      @Override
      protected void compute() {
        ForkJoinTask<?> child = ForkJoinTask.adapt(() -> {
          meet(down, up);
          // RACE: data
          s.data++;
        });
        child.fork();
        meet(up, down);
        // RACE: data
        s.data++;
        child.join();
      }
    }

    ForkJoinPool pool = new ForkJoinPool(3);
    pool.invoke(new Parent());
    pool.close();
  }

  /** A sum kept in a variable that the elements of a parallel stream share. */
  static void raceSumOfAStream() throws Exception {
    Shared s = new Shared();
    Gate[] gates = {new Gate(), new Gate()};
    ForkJoinPool pool = new ForkJoinPool(4);
    pool.submit(() -> IntStream.range(0, 2).parallel().forEach(i -> {
          meet(gates[i], gates[1 - i]);
          // RACE: data
          s.data += i;
        }))
        .get();
    pool.close();
  }
}
