package dev.goguard.race.shadow;

import dev.goguard.race.detector.AbstractVariable;
import dev.goguard.race.detector.Access;
import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadState;

/** What an atomic operation reaches: the clock that orders it, and what it may race on. */
public sealed interface AtomicAccess {
  /** The clock of the variable; asked for when the operation orders anything. */
  SyncClock clock();

  /** Whether ordinary volatile writes, which take no lock, may reach the variable. */
  boolean isSharedWithVolatiles();

  /** Records the access itself, which may race with a plain one. */
  void record(int mode, ThreadState thread, long context, int site);

  /** An object of java.util.concurrent.atomic, or an element of one of its arrays. */
  static AtomicAccess object(Object atomic, int index) {
    return new OfObject(atomic, index);
  }

  /** What {@code Unsafe} reaches at an offset in an object. */
  static AtomicAccess memory(Object object, long offset) {
    return UnsafeTarget.at(object, offset);
  }

  /** Before the operation. */
  default SyncClock before(int mode, ThreadState thread, long context, int site) {
    boolean conditional = AccessMode.is(mode, AccessMode.CONDITIONAL);
    if (!conditional) {
      record(mode, thread, context, site);
    }
    boolean ordered = AccessMode.is(mode, AccessMode.ACQUIRE | AccessMode.RELEASE);
    if (!ordered && !conditional) {
      return null;
    }
    SyncClock clock = clock();
    if (AccessMode.is(mode, AccessMode.WRITE)) {
      ReleaseOrder.enter(clock);
      if (!conditional) {
        ReleaseOrder.order(clock, replaces(mode), thread);
      } else if (AccessMode.is(mode, AccessMode.RELEASE)) {
        ReleaseOrder.release(clock, thread);
      }
    }
    return clock;
  }

  private int replaces(int mode) {
    return isSharedWithVolatiles() ? mode & ~AccessMode.REPLACE : mode;
  }

  /**
   * Before an operation that calls a function of the program between its read and its write: no
   * lock is held, and the function itself is ordered ({@code OrderedFunctions}).
   */
  default SyncClock beforeFunction(int mode, ThreadState thread, long context, int site) {
    record(mode, thread, context, site);
    return clock();
  }

  /** After a compare-and-set. */
  default void after(
      SyncClock clock, boolean success, int mode, ThreadState thread, long context, int site) {
    int outcome = AccessMode.outcome(mode, success);
    if (success) {
      ReleaseOrder.keep(clock);
    }
    if (AccessMode.is(mode, AccessMode.ACQUIRE)) {
      clock.acquire(thread);
    }
    ReleaseOrder.leave(clock);
    record(outcome, thread, context, site);
  }

  /** An object of java.util.concurrent.atomic; {@code index} is negative when it is no array. */
  record OfObject(Object atomic, int index) implements AtomicAccess {
    @Override
    public SyncClock clock() {
      return SyncTable.clockOf(atomic, slot());
    }

    @Override
    public boolean isSharedWithVolatiles() {
      return false;
    }

    /** Not the slot of the object's monitor. */
    private int slot() {
      return index < 0 ? Slots.PASSED : index;
    }

    @Override
    public void record(int mode, ThreadState thread, long context, int site) {
      if (MixedAccess.isPossible()) {
        AbstractVariable value = ObjectTable.of(atomic, slot()).contents;
        String name = atomic.getClass().getSimpleName();
        boolean writes = AccessMode.is(mode, AccessMode.WRITE);
        if (!AccessMode.is(mode, AccessMode.PLAIN)) {
          value.atomic(writes, name, thread, context, site);
        } else if (writes) {
          value.write(name, thread, context, site);
        } else {
          value.read(name, thread, context, site);
        }
      }
    }
  }

  /**
   * A field, through a handle.
   *
   * @param owner the object, or the class when the field is static
   */
  record OfField(Object owner, HandleTarget.Field field) implements AtomicAccess {
    @Override
    public SyncClock clock() {
      return field.companion().clock(owner);
    }

    @Override
    public boolean isSharedWithVolatiles() {
      return field.isVolatile();
    }

    @Override
    public void record(int mode, ThreadState thread, long context, int site) {
      if (field.variable() >= 0) {
        Object object = field.isStatic() ? null : owner;
        boolean writes = AccessMode.is(mode, AccessMode.WRITE);
        if (!AccessMode.is(mode, AccessMode.PLAIN)) {
          atomic(writes, object, thread, context, site);
        } else if (writes) {
          Access.write(object, field.declaring(), field.variable(), thread, context, site);
        } else {
          Access.read(object, field.declaring(), field.variable(), thread, context, site);
        }
      }
    }

    private void atomic(boolean writes, Object object, ThreadState thread, long context, int site) {
      if (writes) {
        Access.atomicWrite(object, field.declaring(), field.variable(), thread, context, site);
      } else {
        Access.atomicRead(object, field.declaring(), field.variable(), thread, context, site);
      }
    }
  }

  /** An element of an array, through a handle. */
  record OfElement(Object array, int index) implements AtomicAccess {
    @Override
    public SyncClock clock() {
      ArrayShadow shadow = ArrayTable.of(array);
      return Integer.compareUnsigned(index, shadow.length()) < 0
          ? shadow.clock(index)
          : SyncTable.clockOf(array, index);
    }

    @Override
    public boolean isSharedWithVolatiles() {
      return false;
    }

    @Override
    public void record(int mode, ThreadState thread, long context, int site) {
      boolean writes = AccessMode.is(mode, AccessMode.WRITE);
      ArrayShadow shadow = ArrayTable.of(array, thread);
      if (!AccessMode.is(mode, AccessMode.PLAIN)) {
        int kind = writes ? Cell.ATOMIC_WRITE : Cell.ATOMIC_READ;
        shadow.access(kind, index, thread, context, site);
      } else if (writes) {
        shadow.write(index, thread, context, site);
      } else {
        shadow.read(index, thread, context, site);
      }
    }
  }

  /** Memory of which nothing is known: all of it has one clock. */
  record OfMemory() implements AtomicAccess {
    static final OfMemory ANY = new OfMemory();
    private static final SyncClock CLOCK = new SyncClock();

    @Override
    public SyncClock clock() {
      return CLOCK;
    }

    @Override
    public boolean isSharedWithVolatiles() {
      return true;
    }

    @Override
    public void record(int mode, ThreadState thread, long context, int site) {}
  }
}
