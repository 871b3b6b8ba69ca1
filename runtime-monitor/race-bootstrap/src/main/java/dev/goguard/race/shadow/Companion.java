package dev.goguard.race.shadow;

import dev.goguard.race.detector.Shadow;
import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.memory.SpinLock;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import jdk.internal.misc.Unsafe;

/**
 * The clock of a volatile field: a field beside it, or for classes without, an entry of the table.
 *
 * <p>There is one such clock for each object and field, whoever asks: plain code, which names the
 * field, and a {@code VarHandle} or field updater, which was made from its class and name.
 */
public final class Companion {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final SpinLock LOCK = new SpinLock();
  private static Companion[] registered = new Companion[64];
  private static int count;

  private final String field;
  private volatile Place place;

  /**
   * Where the clocks are.
   *
   * @param base what holds a static field, or null
   * @param offset of the companion field, or -1 when the class has none
   * @param slot in the table, when there is no companion field
   */
  private record Place(Object base, long offset, int slot) {}

  private Companion(String field) {
    this.field = field;
  }

  /** A handle's view of a volatile field: finds the clocks that plain accesses to it use. */
  public static Companion of(Class<?> declaring, String field) {
    Companion companion = new Companion(field);
    companion.place = companion.locate(declaring);
    return companion;
  }

  /** The number, for bytecode, of a volatile field of a class that is being instrumented. */
  public static int register(String field) {
    Companion fresh = new Companion(field);
    LOCK.lock();
    try {
      return add(fresh);
    } finally {
      LOCK.unlock();
    }
  }

  private static int add(Companion fresh) {
    if (count == registered.length) {
      registered = Arrays.copyOf(registered, count * 2);
    }
    registered[count] = fresh;
    return count++;
  }

  /** The clock of a registered field; {@code object} is null for static fields. */
  public static SyncClock clock(Object object, Class<?> declaring, int number) {
    Companion companion = registered[number];
    if (companion.place == null) {
      companion.place = companion.locate(declaring);
    }
    return companion.clock(object == null ? declaring : object);
  }

  /** The clock of this field in {@code owner}: the object, or for static fields the class. */
  public SyncClock clock(Object owner) {
    Place at = place;
    if (at.offset < 0) {
      return SyncTable.clockOf(owner, at.slot);
    }
    return clockIn(at.base == null ? owner : at.base, at.offset);
  }

  /**
   * The first clock put there is the one that all use: compare-and-set, so that two threads cannot
   * each use their own. Acquire, because the clock is used through the reference just read.
   */
  private static SyncClock clockIn(Object base, long offset) {
    Object clock = UNSAFE.getReferenceAcquire(base, offset);
    if (clock == null) {
      SyncClock fresh = new SyncClock();
      clock = UNSAFE.compareAndExchangeReference(base, offset, null, fresh);
      return clock == null ? fresh : (SyncClock) clock;
    }
    return (SyncClock) clock;
  }

  private Place locate(Class<?> declaring) {
    try {
      Field clock = declaring.getDeclaredField(Shadow.clock(field));
      return Modifier.isStatic(clock.getModifiers())
          ? new Place(UNSAFE.staticFieldBase(clock), UNSAFE.staticFieldOffset(clock), 0)
          : new Place(null, UNSAFE.objectFieldOffset(clock), 0);
    } catch (NoSuchFieldException e) {
      return new Place(null, -1, FieldSlots.of(declaring.getName(), field));
    }
  }
}
