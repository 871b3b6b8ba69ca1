package dev.goguard.race.detector;

/**
 * One access in 64 bits: thread id (16), clock (24), calling context (22), kind (2). Zero is no
 * access.
 *
 * <p>Thread id and clock together are FastTrack's epoch. The thread id {@link #SHARED} marks a read
 * cell that stands for several accesses; its other bits number a {@link SharedRead}.
 *
 * <p>The kind says what the access does, and whether it does so atomically. Two accesses conflict
 * when one of them writes and one of them is plain. A write cell, and a read cell that is not
 * shared, hold plain accesses only: so one that is in the current epoch makes the check of a plain
 * access superfluous, which is all that instrumented code asks of it.
 */
public final class Cell {
  static final int TID_SHIFT = 48;
  static final int CLOCK_SHIFT = 24;
  static final int SHARED = 0xFFFF;
  static final int MAX_TID = SHARED - 1;
  static final int MAX_CLOCK = (1 << 24) - 1;

  /** The kind of a plain read. */
  public static final int READ = 0;

  /** The kind of a plain write. */
  public static final int WRITE = 1;

  /** The kind of an atomic read. */
  public static final int ATOMIC_READ = 2;

  /** The kind of an atomic write, or of a read-modify-write operation. */
  public static final int ATOMIC_WRITE = 3;

  private static final int KIND_BITS = 2;
  private static final int KIND_MASK = (1 << KIND_BITS) - 1;
  private static final int ATOMIC = 2;
  private static final int CONTEXT_MASK = (1 << CLOCK_SHIFT - KIND_BITS) - 1;
  private static final int INDEX_BITS = 24;

  private Cell() {}

  /** The epoch of a thread at a clock, as a cell without context. */
  static long epoch(int tid, int clock) {
    return (long) tid << TID_SHIFT | (long) clock << CLOCK_SHIFT;
  }

  /** The lower part of a cell: where an access comes from and what it does. */
  static long origin(int context, int kind) {
    return (long) context << KIND_BITS | kind;
  }

  static int tid(long cell) {
    return (int) (cell >>> TID_SHIFT);
  }

  static int clock(long cell) {
    return (int) (cell >>> CLOCK_SHIFT) & MAX_CLOCK;
  }

  /** Whether the thread that made the access has an id, so that the access can be recorded. */
  public static boolean isRecorded(long access) {
    return tid(access) != 0;
  }

  /** The number of the calling context of the access. */
  public static int context(long cell) {
    return (int) cell >>> KIND_BITS & CONTEXT_MASK;
  }

  /** Whether the access writes. */
  public static boolean isWrite(long cell) {
    return (cell & WRITE) != 0;
  }

  /** Whether the access is atomic, as a volatile or opaque one of a variable handle is. */
  public static boolean isAtomic(long cell) {
    return (cell & ATOMIC) != 0;
  }

  /** What the access does: one of the kinds above. */
  public static int kind(long cell) {
    return (int) cell & KIND_MASK;
  }

  /** Whether two accesses of these kinds race when they are not ordered. */
  public static boolean conflict(int kind, int other) {
    return ((kind | other) & WRITE) != 0 && (kind & other & ATOMIC) == 0;
  }

  /**
   * Whether an access of {@code kind} can stand for an earlier one that is ordered before it:
   * everything that conflicts with the earlier one conflicts with the later one as well.
   */
  public static boolean covers(int kind, int earlier) {
    return (kind & WRITE) >= (earlier & WRITE) && (kind & ATOMIC) <= (earlier & ATOMIC);
  }

  static boolean isShared(long cell) {
    return tid(cell) == SHARED;
  }

  /** A read cell that stands for a {@link SharedRead}, the so-manieth that has its number. */
  static long shared(int index, int generation) {
    return (long) SHARED << TID_SHIFT | (long) (generation & MAX_CLOCK) << INDEX_BITS | index;
  }

  static int sharedIndex(long cell) {
    return (int) cell & (1 << INDEX_BITS) - 1;
  }

  /** Whether the access was made by the thread that is in {@code epoch}, since its last release. */
  public static boolean sameEpoch(long cell, long epoch) {
    return (cell ^ epoch) >>> CLOCK_SHIFT == 0;
  }
}
