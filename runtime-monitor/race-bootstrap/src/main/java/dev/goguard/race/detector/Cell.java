package dev.goguard.race.detector;

/**
 * One access in 64 bits: thread id (16), clock (24), calling context (24). Zero is no access.
 *
 * <p>Thread id and clock together are FastTrack's epoch. The thread id {@link #SHARED} marks a read
 * cell that stands for several unordered readers; its other bits number a {@link SharedRead}.
 */
public final class Cell {
  static final int TID_SHIFT = 48;
  static final int CLOCK_SHIFT = 24;
  static final int SHARED = 0xFFFF;
  static final int MAX_TID = SHARED - 1;
  static final int MAX_CLOCK = (1 << 24) - 1;
  static final int CONTEXT_MASK = (1 << CLOCK_SHIFT) - 1;

  private Cell() {}

  /** The epoch of a thread at a clock, as a cell without context. */
  static long epoch(int tid, int clock) {
    return (long) tid << TID_SHIFT | (long) clock << CLOCK_SHIFT;
  }

  static int tid(long cell) {
    return (int) (cell >>> TID_SHIFT);
  }

  static int clock(long cell) {
    return (int) (cell >>> CLOCK_SHIFT) & MAX_CLOCK;
  }

  /** The number of the calling context of the access. */
  public static int context(long cell) {
    return (int) cell & CONTEXT_MASK;
  }

  static boolean isShared(long cell) {
    return tid(cell) == SHARED;
  }

  static long shared(int index) {
    return (long) SHARED << TID_SHIFT | index;
  }

  static int sharedIndex(long cell) {
    return (int) cell;
  }

  /** Whether the access was made by the thread that is in {@code epoch}, since its last release. */
  public static boolean sameEpoch(long cell, long epoch) {
    return (cell ^ epoch) >>> CLOCK_SHIFT == 0;
  }
}
