package dev.goguard.race.shadow;

/**
 * What an atomic operation is to the memory model, as bits: see {@code VarHandle.AccessMode}.
 *
 * <p>An opaque access is one that is neither plain nor ordered.
 */
public final class AccessMode {
  /** The variable is read. */
  public static final int READ = 1;

  /** The variable is written, for a conditional operation only when it succeeds. */
  public static final int WRITE = 2;

  /** What was released into the variable happens before what follows. */
  public static final int ACQUIRE = 4;

  /** What went before happens before what acquires from the variable. */
  public static final int RELEASE = 8;

  /** The release replaces those before it: later reads see this write only. */
  public static final int REPLACE = 16;

  /** The access is not atomic. */
  public static final int PLAIN = 32;

  /** A compare-and-set: when it fails it has only read. */
  public static final int CONDITIONAL = 64;

  private AccessMode() {}

  static boolean is(int mode, int bit) {
    return (mode & bit) != 0;
  }

  /** What a compare-and-set was, now that its outcome is known. */
  static int outcome(int mode, boolean success) {
    return success ? mode : mode & ~(WRITE | RELEASE | REPLACE);
  }
}
