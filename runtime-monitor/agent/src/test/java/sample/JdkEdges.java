package sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.stream.IntStream;

/**
 * Programs in which the JDK orders two threads, or, in those whose names begin with race, does not.
 */
public final class JdkEdges {
  /** Two threads, or more, that share a cell. */
  private interface Program {
    void run(Cell cell) throws Exception;
  }

  private final Map<String, Program> programs = new TreeMap<>();

  private static void together(Callable<?>... bodies) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (Callable<?> body : bodies) {
      threads.add(new Thread(() -> {
        try {
          body.call();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static <T> T polled(Callable<T> poll) throws Exception {
    T found = poll.call();
    while (found == null) {
      Thread.onSpinWait();
      found = poll.call();
    }
    return found;
  }

  private void synchronizers() {
    programs.put("phaser", c -> {
      Phaser phaser = new Phaser(2);
      together(
          () -> written(c).value + phaser.arrive(),
          () -> phaser.arriveAndAwaitAdvance() + c.value++);
    });
    programs.put("racePhaserOnlyArrivals", c -> {
      Phaser phaser = new Phaser(2);
      together(() -> c.value = phaser.arrive(), () -> c.value += phaser.arrive());
    });
    programs.put("barrierAction", c -> {
      CyclicBarrier barrier = new CyclicBarrier(2, () -> c.value++);
      together(() -> c.value = barrier.await(), () -> barrier.await());
    });
    programs.put("exchanger", c -> {
      Exchanger<String> exchanger = new Exchanger<>();
      together(
          () -> {
            c.value = 1;
            return exchanger.exchange("a");
          },
          () -> {
            exchanger.exchange("b");
            return c.value++;
          });
    });
    programs.put("ownSynchronizer", c -> {
      Mutex mutex = new Mutex();
      Callable<?> body = () -> {
        mutex.acquire(1);
        c.value++;
        return mutex.release(1);
      };
      together(body, body);
    });
    programs.put(
        "racePrinting",
        c -> together(
            () -> {
              c.value = 1;
              System.out.println("one");
              return 1;
            },
            () -> {
              System.out.println("two");
              return c.value++;
            }));
  }

  private static final class Mutex extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean tryAcquire(int ignored) {
      return compareAndSetState(0, 1);
    }

    @Override
    protected boolean tryRelease(int ignored) {
      setState(0);
      return true;
    }
  }

  private void queues() {
    programs.put("linkedQueue", c -> {
      ConcurrentLinkedQueue<Cell> queue = new ConcurrentLinkedQueue<>();
      together(() -> queue.add(written(c)), () -> polled(queue::poll).value++);
    });
    programs.put("linkedDequeByIterator", c -> {
      ConcurrentLinkedDeque<Cell> queue = new ConcurrentLinkedDeque<>();
      together(
          () -> queue.add(written(c)),
          () -> polled(() -> queue.isEmpty() ? null : queue.iterator().next()).value++);
    });
    programs.put("raceLinkedQueueAfterwards", c -> {
      ConcurrentLinkedQueue<Cell> queue = new ConcurrentLinkedQueue<>();
      together(() -> queue.add(c) ? written(c) : null, () -> polled(queue::poll).value++);
    });
    programs.put("transferBothWays", c -> {
      LinkedTransferQueue<String> queue = new LinkedTransferQueue<>();
      together(
          () -> {
            queue.transfer("a");
            return c.value++;
          },
          () -> {
            c.value = 1;
            return queue.take();
          });
    });
    programs.put("comparedInAPriorityQueue", c -> {
      PriorityBlockingQueue<Cell> queue =
          new PriorityBlockingQueue<>(4, Comparator.comparingInt(cell -> cell.value));
      together(() -> queue.add(written(c)), () -> queue.add(written(new Cell())));
    });
  }

  private static Cell written(Cell cell) {
    cell.value = 7;
    return cell;
  }

  private void collections() {
    programs.put("mapComputed", c -> {
      Map<String, Cell> map = new ConcurrentHashMap<>();
      together(
          () -> map.computeIfAbsent("k", key -> written(c)),
          () -> polled(() -> map.get("k")).value++);
    });
    programs.put("mapValues", c -> {
      Map<String, Cell> map = new ConcurrentHashMap<>();
      together(
          () -> map.put("k", written(c)),
          () -> polled(() -> map.values().stream().findAny().orElse(null)).value++);
    });
    programs.put("raceMapOtherKey", c -> {
      Map<String, Cell> map = new ConcurrentHashMap<>();
      together(() -> map.put("k", written(c)), () -> map.put("l", written(c)));
    });
    programs.put("sortedMap", c -> {
      Map<String, Cell> map = new ConcurrentSkipListMap<>();
      together(() -> map.put("k", written(c)), () -> polled(() -> map.get("k")).value++);
    });
    programs.put("copyOnWrite", c -> {
      List<Cell> list = new CopyOnWriteArrayList<>();
      together(
          () -> list.add(written(c)),
          () -> polled(() -> list.isEmpty() ? null : list.get(0)).value++);
    });
    programs.put("monitorOfAVector", c -> {
      Vector<Cell> vector = new Vector<>();
      together(() -> vector.add(written(c)), () -> polled(() -> firstOf(vector)).value++);
    });
    programs.put("monitorOfASynchronizedList", c -> {
      List<Cell> list = Collections.synchronizedList(new ArrayList<>());
      together(() -> list.add(written(c)), () -> polled(() -> firstOf(list)).value++);
    });
  }

  private static Cell firstOf(List<Cell> list) {
    synchronized (list) {
      return list.isEmpty() ? null : list.get(0);
    }
  }

  private void tasks() {
    programs.put("futures", c -> {
      c.value = 1;
      CompletableFuture<Void> one = CompletableFuture.runAsync(() -> c.value++);
      CompletableFuture<Void> two = one.thenRunAsync(() -> c.value++);
      two.thenCombine(one, (a, b) -> c.value++)
          .whenComplete((v, e) -> c.value++)
          .join();
      c.value++;
    });
    programs.put("raceFutureNotAwaited", c -> {
      CountDownLatch end = new CountDownLatch(1);
      CompletableFuture<Void> one = CompletableFuture.runAsync(() -> {
        end.countDown();
        c.value++;
      });
      end.await();
      c.value++;
      one.join();
    });
    programs.put("parallelStream", c -> {
      c.value = 1;
      int[] seen = IntStream.range(0, 1000).parallel().map(i -> c.value + i).toArray();
      c.value = seen[3];
    });
    programs.put("periodic", c -> {
      ScheduledExecutorService pool = Executors.newScheduledThreadPool(3);
      CountDownLatch runs = new CountDownLatch(5);
      pool.scheduleAtFixedRate(
          () -> {
            c.value++;
            runs.countDown();
          },
          0,
          1,
          TimeUnit.MILLISECONDS);
      runs.await();
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.DAYS);
      c.value++;
    });
    programs.put("timer", c -> {
      Timer timer = new Timer();
      CountDownLatch end = new CountDownLatch(1);
      c.value = 1;
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              c.value++;
              end.countDown();
            }
          },
          1);
      end.await();
      c.value++;
      timer.cancel();
    });
    programs.put("virtualThreadsOfAnExecutor", c -> {
      c.value = 1;
      try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
        executor.execute(() -> c.value++);
      }
      c.value++;
    });
    programs.put("publisher", c -> {
      CompletableFuture<Void> end;
      try (SubmissionPublisher<Cell> publisher = new SubmissionPublisher<>()) {
        end = publisher.consume(cell -> cell.value++);
        publisher.submit(written(c));
        publisher.submit(c);
      }
      end.join();
      c.value++;
    });
    programs.put("interrupted", c -> {
      Thread waiting = new Thread(() -> {
        while (!Thread.currentThread().isInterrupted()) {
          Thread.onSpinWait();
        }
        c.value++;
      });
      waiting.start();
      c.value = 1;
      waiting.interrupt();
      waiting.join();
    });
  }

  public static void main(String[] args) throws Exception {
    JdkEdges edges = new JdkEdges();
    edges.synchronizers();
    edges.queues();
    edges.collections();
    edges.tasks();
    for (Map.Entry<String, Program> program : edges.programs.entrySet()) {
      System.err.println("-- " + program.getKey());
      program.getValue().run(new Cell());
    }
    System.err.println("-- shutdownHook");
    Cell last = new Cell();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> last.value++));
    last.value++;
  }
}
