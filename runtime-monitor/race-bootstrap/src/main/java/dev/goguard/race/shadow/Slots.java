package dev.goguard.race.shadow;

/**
 * The parts of an object that have clocks of their own in {@link SyncTable}, beside its numbered
 * ones: elements of an array and volatile fields, which count from zero.
 *
 * <p>One object may be used in several ways at once, as a monitor, an element of a queue and a key
 * of a map, so no two uses may share a number.
 */
public final class Slots {
  /** The object's monitor. */
  public static final int MONITOR = -1;

  /** What everybody acquires who passes a synchronizer, and the value of an atomic object. */
  public static final int PASSED = -2;

  /** What the readers of a lock have released. */
  public static final int READERS = -3;

  /** The interrupts of a thread. */
  public static final int INTERRUPT = -4;

  /** An object that is given to a single taker. */
  public static final int HANDED = -5;

  /** Those that have taken from a queue. */
  public static final int TAKERS = -6;

  /** All keys of a map. */
  public static final int KEYS = -7;

  /** An object as the key of a map. */
  public static final int KEY = -8;

  /** The end of all threads. */
  public static final int END = -9;

  /** The room in a bounded queue. */
  public static final int ROOM = -10;

  /** The phases of a phaser: this one and those below it, 256. */
  public static final int PHASES = -1000;

  /** The keys of a map by their hash: this one and those below it, 256. */
  public static final int STRIPES = -2000;

  private Slots() {}
}
