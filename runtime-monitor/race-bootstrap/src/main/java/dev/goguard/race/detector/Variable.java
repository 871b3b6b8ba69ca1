package dev.goguard.race.detector;

import dev.goguard.race.memory.Memory;
import dev.goguard.race.memory.SpinLock;
import java.util.Arrays;

/**
 * A field that is checked: its name, and where its two cells are in an object.
 *
 * <p>The cells of a static field are found from the class itself, in which HotSpot keeps them.
 */
public final class Variable {
  private static final SpinLock LOCK = new SpinLock();
  private static volatile Variable[] all = new Variable[256];
  private static int count;

  private final String owner;
  private final String field;
  private Class<?> declaring;
  private long reads;
  private long writes;
  private volatile boolean located;

  private Variable(String owner, String field) {
    this.owner = owner;
    this.field = field;
  }

  /** Registers a field of the class called {@code owner}; the answer numbers it in bytecode. */
  public static int register(String owner, String field) {
    LOCK.lock();
    try {
      if (count == all.length) {
        all = Arrays.copyOf(all, count * 2);
      }
      all[count] = new Variable(owner, field);
      return count++;
    } finally {
      LOCK.unlock();
    }
  }

  static Variable of(int number) {
    return all[number];
  }

  /** As a report names it: the simple name of the class, and the field. */
  public String name() {
    return owner.substring(owner.lastIndexOf('.') + 1) + "." + field;
  }

  /** This variable, whose cells are known to be in {@code type} and its objects. */
  Variable in(Class<?> type) {
    if (!located) {
      locate(type);
    }
    return this;
  }

  private void locate(Class<?> type) {
    try {
      reads = Memory.offset(type, Shadow.reads(field));
      writes = Memory.offset(type, Shadow.writes(field));
      declaring = type;
      located = true;
    } catch (InternalError e) {
      throw new LinkageError("goguard: " + type.getName() + " has no shadow of " + field, e);
    }
  }

  /** What the cells are in: the object, or the class when there is none. */
  Object base(Object object) {
    return object == null ? declaring : object;
  }

  long reads() {
    return reads;
  }

  long writes() {
    return writes;
  }
}
