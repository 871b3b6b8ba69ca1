package corpus.race.jcstress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Plain fields, with handles for all other ways to access them. */
final class Cell {
  static final VarHandle X = handle("x", int.class);
  static final VarHandle Y = handle("y", int.class);
  static final VarHandle FLAG = handle("flag", int.class);
  static final VarHandle WIDE = handle("wide", long.class);
  static final VarHandle REF = handle("ref", Object.class);

  int x;
  int y;
  int flag;
  long wide;
  Object ref;
  int data;

  private static VarHandle handle(String name, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(Cell.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Spins until the flag, read in acquire mode, is at least this. */
  void awaitAcquire(int value) {
    while ((int) FLAG.getAcquire(this) < value) {
      Thread.yield();
    }
  }

  /** Spins until the flag, read in opaque mode, is at least this: nothing is ordered by that. */
  void awaitOpaque(int value) {
    while ((int) FLAG.getOpaque(this) < value) {
      Thread.yield();
    }
  }

  /** Spins until the flag, read in volatile mode, is at least this. */
  void awaitVolatile(int value) {
    while ((int) FLAG.getVolatile(this) < value) {
      Thread.yield();
    }
  }
}
