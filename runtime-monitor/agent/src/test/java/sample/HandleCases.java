package sample;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.invoke.WrongMethodTypeException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** Fields and elements that are accessed through handles, and also directly. */
public final class HandleCases {
  private static final VarHandle PLAIN;
  private static final VarHandle FLAG;
  private static final VarHandle SHARED;
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);
  private static final AtomicIntegerFieldUpdater<HandleCases> FLAG_UPDATER =
      AtomicIntegerFieldUpdater.newUpdater(HandleCases.class, "flag");
  private static final AtomicReferenceFieldUpdater<HandleCases, String> TEXT_UPDATER =
      AtomicReferenceFieldUpdater.newUpdater(HandleCases.class, String.class, "text");

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      PLAIN = lookup.findVarHandle(HandleCases.class, "plain", int.class);
      FLAG = lookup.findVarHandle(HandleCases.class, "flag", int.class);
      SHARED = lookup.findStaticVarHandle(HandleCases.class, "shared", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static int data;
  private static int shared;

  private int plain;
  private volatile int flag;
  private volatile String text;

  private HandleCases() {}

  public static void main(String[] args) throws Exception {
    fields();
    mixed();
    updaters();
    elements();
    fences();
    failures();
  }

  private static void fields() throws Exception {
    HandleCases object = new HandleCases();
    Cases.clean(
        "release, acquire of a field that is not volatile",
        () -> {
          data = 1;
          PLAIN.setRelease(object, 1);
        },
        () -> {
          while ((int) PLAIN.getAcquire(object) == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
    Cases.clean(
        "a handle's write and an ordinary read of a volatile field",
        () -> {
          data = 1;
          FLAG.setVolatile(object, 1);
        },
        () -> {
          while (object.flag == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
    Cases.clean(
        "a static field",
        () -> {
          data = 1;
          SHARED.getAndAdd(1);
        },
        () -> {
          while ((int) SHARED.getVolatile() == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
  }

  private static void mixed() throws Exception {
    HandleCases object = new HandleCases();
    Cases.racy("plain through a handle", () -> PLAIN.set(object, 1), () -> object.plain++);
    HandleCases other = new HandleCases();
    Cases.racy("volatile and plain", () -> PLAIN.setVolatile(other, 1), () -> other.plain++);
    Cases.racy("static, volatile and plain", () -> SHARED.setVolatile(3), () -> shared = 5);
    HandleCases counter = new HandleCases();
    Cases.clean(
        "atomic and atomic", () -> PLAIN.getAndAdd(counter, 1), () -> PLAIN.setOpaque(counter, 1));
  }

  private static void updaters() throws Exception {
    HandleCases object = new HandleCases();
    Cases.clean(
        "field updater",
        () -> {
          data = 1;
          FLAG_UPDATER.incrementAndGet(object);
        },
        () -> {
          while (object.flag == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
    Cases.clean(
        "reference updater with a function",
        () -> TEXT_UPDATER.updateAndGet(object, text -> {
          data = 2;
          return "set";
        }),
        () -> {
          while (object.text == null) {
            Thread.onSpinWait();
          }
          data++;
        });
  }

  private static void elements() throws Exception {
    int[] array = new int[4];
    Cases.clean(
        "release, acquire of an element",
        () -> {
          data = 1;
          ELEMENT.setRelease(array, 1, 1);
        },
        () -> {
          while ((int) ELEMENT.getAcquire(array, 1) == 0) {
            Thread.onSpinWait();
          }
          data++;
        });
    Cases.racy("plain element", () -> ELEMENT.set(array, 2, 1), () -> array[2] = 2);
    Cases.racy("mixed element", () -> ELEMENT.setVolatile(array, 3, 1), () -> array[3] = 2);
  }

  private static void fences() throws Exception {
    HandleCases object = new HandleCases();
    Cases.clean(
        "fences around opaque accesses",
        () -> {
          data = 1;
          VarHandle.releaseFence();
          FLAG.setOpaque(object, 1);
        },
        () -> {
          while ((int) FLAG.getOpaque(object) == 0) {
            Thread.onSpinWait();
          }
          VarHandle.acquireFence();
          data++;
        });
  }

  /** What throws without the agent throws the same with it, and leaves no lock behind. */
  private static void failures() {
    Object wrong = "no HandleCases";
    try {
      PLAIN.compareAndSet(wrong, 1, 2);
    } catch (ClassCastException e) {
      System.out.println("ClassCastException");
    }
    try {
      PLAIN.compareAndSet((HandleCases) null, 1, 2);
    } catch (NullPointerException e) {
      System.out.println("NullPointerException");
    }
    HandleCases object = new HandleCases();
    try {
      PLAIN.compareAndSet(object, 1, 2L);
    } catch (WrongMethodTypeException e) {
      System.out.println("WrongMethodTypeException");
    }
    System.out.println((int) PLAIN.compareAndExchange(object, 0, 4));
    System.out.println((int) PLAIN.getAndAdd(object, 1) + object.plain);
  }
}
