package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import corpus.race.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** What is done before an element is placed is seen by who accesses or removes that element. */
final class Queues {
  private Queues() {}

  private static final class Parcel implements Delayed {
    int data;

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }
  }

  private static void handOver(BlockingQueue<Parcel> queue) throws Exception {
    threads(
        () -> {
          Parcel parcel = new Parcel();
          parcel.data = 42;
          queue.put(parcel);
        },
        () -> queue.take().data++);
  }

  private static void handOverUnblocked(Queue<Parcel> queue) throws Exception {
    threads(
        () -> {
          Parcel parcel = new Parcel();
          parcel.data = 42;
          queue.add(parcel);
        },
        () -> {
          Parcel parcel = queue.poll();
          while (parcel == null) {
            Thread.yield();
            parcel = queue.poll();
          }
          parcel.data++;
        });
  }

  /** A bounded queue in an array. */
  static void noRaceArrayBlockingQueue() throws Exception {
    handOver(new ArrayBlockingQueue<>(1));
  }

  /** A linked queue. */
  static void noRaceLinkedBlockingQueue() throws Exception {
    handOver(new LinkedBlockingQueue<>());
  }

  /** A priority queue. */
  static void noRacePriorityBlockingQueue() throws Exception {
    handOver(new PriorityBlockingQueue<>());
  }

  /** A linked deque. */
  static void noRaceLinkedBlockingDeque() throws Exception {
    handOver(new LinkedBlockingDeque<>());
  }

  /** A queue without room. */
  static void noRaceSynchronousQueue() throws Exception {
    handOver(new SynchronousQueue<>());
  }

  /** A transfer queue. */
  static void noRaceLinkedTransferQueue() throws Exception {
    handOver(new LinkedTransferQueue<>());
  }

  /** A queue of delayed elements. */
  static void noRaceDelayQueue() throws Exception {
    DelayQueue<Parcel> queue = new DelayQueue<>();
    threads(
        () -> {
          Parcel parcel = new Parcel();
          parcel.data = 42;
          queue.put(parcel);
        },
        () -> queue.take().data++);
  }

  /** A linked queue that nobody waits at. */
  static void noRaceConcurrentLinkedQueue() throws Exception {
    handOverUnblocked(new ConcurrentLinkedQueue<>());
  }

  /** A linked deque that nobody waits at. */
  static void noRaceConcurrentLinkedDeque() throws Exception {
    handOverUnblocked(new ConcurrentLinkedDeque<>());
  }

  /** The element is only looked at. */
  static void noRacePeek() throws Exception {
    Queue<Parcel> queue = new LinkedBlockingQueue<>();
    threads(
        () -> {
          Parcel parcel = new Parcel();
          parcel.data = 42;
          queue.add(parcel);
        },
        () -> {
          while (queue.peek() == null) {
            Thread.yield();
          }
          use(queue.peek().data);
        });
  }

  /** The element is met by a loop over the queue. */
  static void noRaceIteration() throws Exception {
    Queue<Parcel> queue = new ConcurrentLinkedQueue<>();
    threads(
        () -> {
          Parcel parcel = new Parcel();
          parcel.data = 42;
          queue.add(parcel);
        },
        () -> {
          for (Parcel parcel : queue) {
            use(parcel.data);
          }
        });
  }

  /** A timed offer and a timed poll. */
  static void noRaceTimed() throws Exception {
    BlockingQueue<Parcel> queue = new ArrayBlockingQueue<>(1);
    threads(
        () -> {
          Parcel parcel = new Parcel();
          parcel.data = 42;
          use(queue.offer(parcel, 1, TimeUnit.MINUTES));
        },
        () -> queue.poll(1, TimeUnit.MINUTES).data++);
  }

  /** A transfer that waits for the taker. */
  static void noRaceTransfer() throws Exception {
    LinkedTransferQueue<Parcel> queue = new LinkedTransferQueue<>();
    threads(
        () -> {
          Parcel parcel = new Parcel();
          parcel.data = 42;
          queue.transfer(parcel);
        },
        () -> queue.take().data++);
  }

  /** A pipeline of two queues. */
  static void noRacePipeline() throws Exception {
    BlockingQueue<Parcel> first = new ArrayBlockingQueue<>(2);
    BlockingQueue<Parcel> second = new LinkedBlockingQueue<>();
    threads(
        () -> {
          Parcel parcel = new Parcel();
          parcel.data++;
          first.put(parcel);
        },
        () -> {
          Parcel parcel = first.take();
          parcel.data++;
          second.put(parcel);
        },
        () -> second.take().data++);
  }

  /** All elements are taken out at once. */
  static void noRaceDrainTo() throws Exception {
    BlockingQueue<Parcel> queue = new LinkedBlockingQueue<>();
    threads(
        () -> {
          Parcel parcel = new Parcel();
          parcel.data = 42;
          queue.put(parcel);
        },
        () -> {
          List<Parcel> drained = new ArrayList<>();
          queue.drainTo(drained);
          drained.forEach(parcel -> use(parcel.data));
        });
  }

  /** The element is written after it was placed. */
  static void raceWrittenAfterPut() throws Exception {
    BlockingQueue<Parcel> queue = new ArrayBlockingQueue<>(1);
    threads(
        () -> {
          Parcel parcel = new Parcel();
          queue.put(parcel);
          // RACE: data
          parcel.data = 42;
        },
        () -> {
          Parcel parcel = queue.take();
          // RACE: data
          use(parcel.data);
        });
  }

  /** The same with a queue without locks. */
  static void raceWrittenAfterOffer() throws Exception {
    Queue<Parcel> queue = new ConcurrentLinkedQueue<>();
    threads(
        () -> {
          Parcel parcel = new Parcel();
          queue.offer(parcel);
          // RACE: data
          parcel.data = 42;
        },
        () -> {
          Parcel parcel = queue.poll();
          while (parcel == null) {
            Thread.yield();
            parcel = queue.poll();
          }
          // RACE: data
          use(parcel.data);
        });
  }

  /** Two producers learn nothing of one another. */
  static void raceTwoProducers() throws Exception {
    Shared s = new Shared();
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          queue.put(1);
        },
        () -> {
          queue.put(2);
          // RACE: data
          s.data = 2;
        });
  }

  /** The element taken is not the one that was placed after the write. */
  static void raceAnotherElement() throws Exception {
    Shared s = new Shared();
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    queue.put("placed before");
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          queue.put("placed after");
        },
        () -> {
          use(queue.take());
          // RACE: data
          use(s.data);
        });
  }

  /** The same with a queue without locks. */
  static void raceAnotherElementOfALinkedQueue() throws Exception {
    Shared s = new Shared();
    Queue<String> queue = new ConcurrentLinkedQueue<>();
    queue.add("placed before");
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          queue.add("placed after");
        },
        () -> {
          use(queue.poll());
          // RACE: data
          use(s.data);
        });
  }

  /** Two consumers learn nothing of one another. */
  static void raceTwoConsumers() throws Exception {
    Shared s = new Shared();
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(2);
    queue.put("for the one");
    queue.put("for the other");
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          use(queue.take());
        },
        () -> {
          use(queue.take());
          // RACE: data
          s.data = 2;
        });
  }

  /** A poll that finds nothing orders nothing. */
  static void raceNothingFound() throws Exception {
    Shared s = new Shared();
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          use(queue.poll());
        },
        () -> {
          use(queue.poll());
          // RACE: data
          s.data = 2;
        });
  }

  private static void waitForRoom(BlockingQueue<String> full) throws Exception {
    Shared s = new Shared();
    Gate putting = new Gate();
    full.put("first");
    threads(
        () -> {
          putting.passWhenOpenerWaits();
          s.data = 1;
          use(full.take());
        },
        () -> {
          putting.open();
          full.put("second");
          use(s.data);
        });
  }

  /** A put that has to wait comes after the take that makes room, as with channels. */
  static void noRaceRoomInArrayBlockingQueue() throws Exception {
    waitForRoom(new ArrayBlockingQueue<>(1));
  }

  /** The same in a linked queue. */
  static void noRaceRoomInLinkedBlockingQueue() throws Exception {
    waitForRoom(new LinkedBlockingQueue<>(1));
  }

  /** The same in a linked deque. */
  static void noRaceRoomInLinkedBlockingDeque() throws Exception {
    waitForRoom(new LinkedBlockingDeque<>(1));
  }

  /** A put that finds room is not ordered by it. */
  static void raceRoomWithoutWaiting() throws Exception {
    Shared s = new Shared();
    Gate taken = new Gate();
    BlockingQueue<String> full = new ArrayBlockingQueue<>(1);
    full.put("first");
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          use(full.take());
          taken.open();
        },
        () -> {
          taken.pass();
          full.put("second");
          // RACE: data
          use(s.data);
        });
  }
}
