package sample;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAdder;

/** What atomic objects order, and what they do not. */
public final class AtomicCases {
  private static int data;

  private AtomicCases() {}

  public static void main(String[] args) throws Exception {
    objects();
    compareAndSet();
    modes();
    others();
  }

  private static void objects() throws Exception {
    AtomicInteger flag = new AtomicInteger();
    Cases.clean(
        "set, get",
        () -> {
          data = 1;
          flag.set(1);
        },
        () -> {
          while (flag.get() == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
    Cases.clean(
        "updateAndGet releases what its function did",
        () -> flag.updateAndGet(value -> {
          data = 2;
          return 2;
        }),
        () -> {
          while (flag.get() != 2) {
            Thread.onSpinWait();
          }
          data++;
        });
  }

  private static void compareAndSet() throws Exception {
    AtomicReference<String> reference = new AtomicReference<>();
    Cases.clean(
        "compareAndSet",
        () -> {
          data = 1;
          reference.compareAndSet(null, "a");
        },
        () -> {
          while (reference.get() == null) {
            Thread.onSpinWait();
          }
          data++;
        });
    AtomicInteger never = new AtomicInteger();
    AtomicInteger turn = new AtomicInteger();
    Cases.racy(
        "a failed compareAndSet releases nothing",
        () -> {
          data = 1;
          never.compareAndSet(7, 8);
          turn.setOpaque(1);
        },
        () -> {
          while (turn.getOpaque() == 0) {
            Thread.onSpinWait();
          }
          never.get();
          data++;
        });
  }

  private static void modes() throws Exception {
    AtomicInteger opaque = new AtomicInteger();
    Cases.racy(
        "opaque orders nothing",
        () -> {
          data = 1;
          opaque.setOpaque(1);
        },
        () -> {
          while (opaque.getOpaque() == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
    AtomicInteger mixed = new AtomicInteger();
    Cases.racy("plain and volatile", () -> mixed.set(1), () -> mixed.getPlain());
    releaseSequences();
  }

  private static void releaseSequences() throws Exception {
    AtomicInteger sequence = new AtomicInteger();
    Cases.clean(
        "a read-modify-write continues a release sequence",
        () -> {
          data = 1;
          sequence.setRelease(1);
          sequence.weakCompareAndSetPlain(1, 2);
        },
        () -> {
          while (sequence.getAcquire() == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
    AtomicInteger replaced = new AtomicInteger();
    AtomicInteger turn = new AtomicInteger();
    Cases.racy(
        "a release store ends the sequence before it",
        () -> {
          data = 1;
          replaced.setRelease(1);
          turn.setOpaque(1);
        },
        () -> {
          while (turn.getOpaque() == 0) {
            Thread.onSpinWait();
          }
          replaced.setRelease(2);
          replaced.getAcquire();
          data++;
        });
  }

  private static void others() throws Exception {
    AtomicIntegerArray array = new AtomicIntegerArray(2);
    Cases.clean(
        "the same element",
        () -> {
          data = 1;
          array.set(1, 1);
        },
        () -> {
          while (array.get(1) == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
    LongAdder adder = new LongAdder();
    Cases.clean(
        "add, sum",
        () -> {
          data = 1;
          adder.increment();
        },
        () -> {
          while (adder.sum() == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
    AtomicStampedReference<String> stamped = new AtomicStampedReference<>("a", 0);
    Cases.clean(
        "stamped",
        () -> {
          data = 1;
          stamped.compareAndSet("a", "b", 0, 1);
        },
        () -> {
          while (stamped.getStamp() == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
  }
}
