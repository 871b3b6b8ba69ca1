package corpus.race;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Says that something has been done without ordering it before anything.
 *
 * <p>The flag is set and read in opaque mode, which is seen in the end but makes no edge. So a
 * program can have its sides run one after the other and still race.
 */
public final class Signal {
  private static final VarHandle GIVEN;

  static {
    try {
      GIVEN = MethodHandles.lookup().findVarHandle(Signal.class, "given", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private boolean given;

  /** Lets the waiting side go on. */
  public void give() {
    GIVEN.setOpaque(this, true);
  }

  /** Waits until the signal is given. */
  public void await() {
    while (!(boolean) GIVEN.getOpaque(this)) {
      Thread.yield();
    }
  }
}
