package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/** Atomic variables follow the rules for volatiles, method by method. */
final class Atomics {
  private Atomics() {}

  private static final class Mixed {
    static final AtomicIntegerFieldUpdater<Mixed> COUNT =
        AtomicIntegerFieldUpdater.newUpdater(Mixed.class, "count");
    volatile int count;
    int data;
  }

  /** Counters. */
  static void noRaceCounters() throws Exception {
    AtomicInteger count = new AtomicInteger();
    AtomicLong total = new AtomicLong();
    LongAdder adder = new LongAdder();
    threads(
        () -> {
          use(count.incrementAndGet());
          adder.increment();
        },
        () -> {
          use(total.addAndGet(count.get()));
          use(adder.sum());
        });
  }

  /** Data behind a flag. */
  static void noRaceFlag() throws Exception {
    AtomicBoolean ready = new AtomicBoolean();
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 42;
          ready.set(true);
        },
        () -> {
          while (!ready.get()) {
            Thread.onSpinWait();
          }
          use(s.data);
        });
  }

  /** Data behind a flag set lazily: a release, which suffices. */
  static void noRaceLazySet() throws Exception {
    AtomicBoolean ready = new AtomicBoolean();
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 42;
          ready.lazySet(true);
        },
        () -> {
          while (!ready.getAcquire()) {
            Thread.onSpinWait();
          }
          use(s.data);
        });
  }

  /** A published object. */
  static void noRaceReference() throws Exception {
    AtomicReference<Shared> reference = new AtomicReference<>();
    threads(
        () -> {
          Shared made = new Shared();
          made.data = 42;
          reference.set(made);
        },
        () -> {
          while (reference.get() == null) {
            Thread.onSpinWait();
          }
          reference.get().data++;
        });
  }

  /** A lock made of compare-and-set. */
  static void noRaceSpinLock() throws Exception {
    AtomicBoolean taken = new AtomicBoolean();
    Shared s = new Shared();
    threads(() -> spinning(taken, s), () -> spinning(taken, s));
  }

  private static void spinning(AtomicBoolean taken, Shared s) {
    while (!taken.compareAndSet(false, true)) {
      Thread.yield();
    }
    s.data++;
    taken.set(false);
  }

  /** The last one to count goes on alone. */
  static void noRaceLastOne() throws Exception {
    AtomicInteger left = new AtomicInteger(2);
    int[] cells = new int[2];
    threads(() -> lastSums(left, cells, 0), () -> lastSums(left, cells, 1));
  }

  private static void lastSums(AtomicInteger left, int[] cells, int own) {
    cells[own] = own;
    if (left.decrementAndGet() == 0) {
      use(cells[0] + cells[1]);
    }
  }

  /** A stack of linked nodes without locks. */
  static void noRaceStack() throws Exception {
    final class Node {
      final int value;
      Node next;

      Node(int value) {
        this.value = value;
      }
    }

    AtomicReference<Node> top = new AtomicReference<>();
    threads(
        () -> {
          for (int n = 0; n < 50; n++) {
            Node node = new Node(n);
            do {
              node.next = top.get();
            } while (!top.compareAndSet(node.next, node));
          }
        },
        () -> {
          for (int n = 0; n < 50; n++) {
            Node node = top.get();
            while (node != null && !top.compareAndSet(node, node.next)) {
              node = top.get();
            }
          }
        });
  }

  /** A slot of an atomic array. */
  static void noRaceArraySlot() throws Exception {
    AtomicIntegerArray flags = new AtomicIntegerArray(2);
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 42;
          flags.set(1, 1);
        },
        () -> {
          while (flags.get(1) == 0) {
            Thread.onSpinWait();
          }
          use(s.data);
        });
  }

  /** A published object in a slot of an atomic array. */
  static void noRaceReferenceArray() throws Exception {
    AtomicReferenceArray<Shared> slots = new AtomicReferenceArray<>(2);
    threads(
        () -> {
          Shared made = new Shared();
          made.data = 42;
          slots.set(0, made);
        },
        () -> {
          while (slots.get(0) == null) {
            Thread.onSpinWait();
          }
          slots.get(0).data++;
        });
  }

  /** A field updated by an updater and read as the volatile field that it is. */
  static void noRaceFieldUpdater() throws Exception {
    Mixed m = new Mixed();
    threads(
        () -> {
          m.data = 42;
          use(Mixed.COUNT.incrementAndGet(m));
        },
        () -> {
          while (m.count == 0) {
            Thread.onSpinWait();
          }
          use(m.data);
        });
  }

  /** A function that updates runs between an acquire and a release. */
  static void noRaceAccumulate() throws Exception {
    AtomicReference<int[]> best = new AtomicReference<>(new int[] {0});
    threads(
        () -> use(best.updateAndGet(old -> new int[] {old[0] + 1})),
        () -> use(best.updateAndGet(old -> new int[] {old[0] + 1})));
  }

  /** Two sets are not ordered by what they set. */
  static void raceTwoSets() throws Exception {
    AtomicInteger flag = new AtomicInteger();
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          flag.set(1);
        },
        () -> {
          flag.set(2);
          // RACE: data
          s.data = 2;
        });
  }

  /** An opaque read sees the flag and orders nothing. */
  static void raceGetOpaque() throws Exception {
    AtomicBoolean flag = new AtomicBoolean();
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          flag.set(true);
        },
        () -> {
          while (!flag.getOpaque()) {
            Thread.yield();
          }
          // RACE: data
          use(s.data);
        });
  }

  /** Another slot of an atomic array. */
  static void raceAnotherSlot() throws Exception {
    AtomicIntegerArray flags = new AtomicIntegerArray(2);
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          flags.set(0, 1);
        },
        () -> {
          use(flags.get(1));
          // RACE: data
          use(s.data);
        });
  }

  /** A write after the flag is set. */
  static void raceAfterTheSet() throws Exception {
    AtomicBoolean ready = new AtomicBoolean();
    Shared s = new Shared();
    threads(
        () -> {
          ready.set(true);
          // RACE: data
          s.data = 1;
        },
        () -> {
          while (!ready.get()) {
            Thread.onSpinWait();
          }
          // RACE: data
          use(s.data);
        });
  }

  /** The object behind an atomic reference is not atomic. */
  static void raceObjectBehindAReference() throws Exception {
    AtomicReference<Shared> reference = new AtomicReference<>(new Shared());
    threads(
        // RACE: data
        () -> reference.get().data++,
        // RACE: data
        () -> reference.get().data++);
  }
}
