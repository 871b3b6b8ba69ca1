package dev.goguard.race.detector;

import dev.goguard.race.memory.Memory;
import dev.goguard.race.memory.SpinLock;
import java.lang.ref.WeakReference;

/**
 * The last accesses of one variable by several threads, none of which is ordered after all others:
 * plain reads, and atomic accesses of any kind.
 *
 * <p>There is at most one for each thread and kind: the last, because whatever is unordered with an
 * earlier one is unordered with it too. It dies when an ordered write replaces it, or with the
 * object that holds the variable, to which it refers weakly.
 *
 * <p>The last plain reads of a few threads are in {@link ReadPlaces}. The other accesses lie in a
 * hash table by thread and kind, made when there is one. Only {@link #has} looks at it without the
 * lock, for an access of the current thread: such an access is written by that thread alone, and
 * copied when the table grows before the new table is published.
 *
 * <p>A thread that has a place brings its read up to date without the lock. It exchanges the entry
 * and then looks whether this is doomed, or has accesses that conflict; a write dooms this and then
 * looks at the entries, and so does an atomic access with its kind. All these are volatile accesses
 * or fenced, so at least one of both sees the other (Dekker): either the write finds the new read,
 * or the read takes the way with the lock.
 */
final class SharedRead extends WeakReference<Object> {
  private static final int STRIPES = 64;
  private static final SpinLock[] LOCKS = new SpinLock[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      LOCKS[i] = new SpinLock();
    }
  }

  final int index;
  final int generation;
  private volatile long[] cells;
  private int size;
  private volatile int kinds;
  private volatile boolean doomed;

  /** Of a variable that is held by {@code holder}. */
  SharedRead(Object holder, int index, int generation) {
    super(holder);
    this.index = index;
    this.generation = generation;
  }

  long cell() {
    return Cell.shared(index, generation);
  }

  private SpinLock lock() {
    return LOCKS[index & STRIPES - 1];
  }

  /** Whether an access of this kind was made in an epoch, which is the current thread's. */
  boolean has(long epoch, int kind) {
    return kind == Cell.READ && ReadPlaces.has(cell(), epoch)
        || Cell.sameEpoch(inTable(Cell.tid(epoch), kind), epoch);
  }

  /** The access of a thread that is in the table, or 0. */
  private long inTable(int tid, int kind) {
    long[] now = cells;
    return now == null ? 0 : now[slot(now, tid, kind)];
  }

  /** The first accesses, which nobody else knows of yet. */
  void begin(long access, ThreadState thread) {
    put(access, thread);
  }

  /**
   * Adds an access, and tells {@code thread} those it races with. Of two conflicting ones that are
   * added here at the same time, the second to have the lock finds the first.
   *
   * @return false if the variable has been written since, in order, and this is out of use
   */
  boolean add(long access, ThreadState thread) {
    return isRefreshed(access) || addLocked(access, thread);
  }

  private boolean isRefreshed(long access) {
    return Cell.kind(access) == Cell.READ
        && ReadPlaces.refresh(index, access)
        && !doomed
        && !mayConflict(Cell.READ);
  }

  private boolean addLocked(long access, ThreadState thread) {
    lock().lock();
    try {
      if (doomed) {
        return false;
      }
      put(access, thread);
      Memory.UNSAFE.fullFence(); // between the new kind and the entries, see above
      findRaces(access, thread);
      return true;
    } finally {
      lock().unlock();
    }
  }

  private void put(long access, ThreadState thread) {
    kinds |= 1 << Cell.kind(access);
    boolean placed = Cell.kind(access) == Cell.READ && ReadPlaces.put(index, access, thread);
    if (!placed) {
      put(withRoom(access, thread), access);
    }
  }

  private long[] withRoom(long access, ThreadState thread) {
    long[] now = cells;
    if (now == null) {
      return cells = new long[4];
    }
    return 4 * size < 3 * now.length ? now : (cells = enlarged(now, access, thread));
  }

  /** A table that is at most half full, without the accesses that {@code access} stands for. */
  private long[] enlarged(long[] now, long access, ThreadState thread) {
    int kept = 0;
    for (long cell : now) {
      kept += isNeeded(cell, access, thread) ? 1 : 0;
    }
    long[] larger = new long[2 * kept < now.length ? now.length : now.length * 2];
    size = 0;
    for (long cell : now) {
      if (isNeeded(cell, access, thread)) {
        put(larger, cell);
      }
    }
    return larger;
  }

  private static boolean isNeeded(long cell, long access, ThreadState thread) {
    return cell != 0 && (Cell.kind(cell) != Cell.kind(access) || !thread.happensBefore(cell));
  }

  private void put(long[] into, long access) {
    int at = slot(into, Cell.tid(access), Cell.kind(access));
    size += into[at] == 0 ? 1 : 0;
    into[at] = access;
  }

  private static int slot(long[] cells, int tid, int kind) {
    int at = tid * 5 + kind & cells.length - 1;
    while (cells[at] != 0 && (Cell.tid(cells[at]) != tid || Cell.kind(cells[at]) != kind)) {
      at = at + 1 & cells.length - 1;
    }
    return at;
  }

  /**
   * A plain write, whose cell is published already, looks for accesses it races with. If there are
   * none it stands for them all, and this is dead: see the class {@link FastTrack}.
   *
   * @return whether this is dead
   */
  boolean replaceBy(long write, ThreadState thread) {
    lock().lock();
    try {
      boolean dead = doomed;
      doomed = true; // before the entries are read, see above
      Memory.UNSAFE.fullFence();
      doomed = !findRaces(write, thread) || dead;
      return doomed;
    } finally {
      lock().unlock();
    }
  }

  /** Tells a thread that leaves no cell with what its access races. */
  void compare(long access, ThreadState thread) {
    lock().lock();
    try {
      findRaces(access, thread);
    } finally {
      lock().unlock();
    }
  }

  private boolean findRaces(long access, ThreadState thread) {
    boolean found = false;
    if (mayConflict(Cell.kind(access))) {
      for (int place = 0; place < ReadPlaces.PLACES; place++) {
        found |= races(access, ReadPlaces.get(index, place), thread);
      }
      long[] table = cells;
      for (int i = 0; table != null && i < table.length; i++) {
        found |= !isInPlace(table[i]) && races(access, table[i], thread);
      }
    }
    return found;
  }

  /** Whether a read in the table is followed by one of the same thread that has got a place. */
  private boolean isInPlace(long cell) {
    return Cell.kind(cell) == Cell.READ
        && Cell.tid(ReadPlaces.get(index, Cell.tid(cell))) == Cell.tid(cell);
  }

  private static boolean races(long access, long earlier, ThreadState thread) {
    boolean found =
        Cell.conflict(Cell.kind(access), Cell.kind(earlier)) && !thread.happensBefore(earlier);
    if (found) {
      thread.races.add(access, earlier);
    }
    return found;
  }

  private boolean mayConflict(int kind) {
    for (int other = 0; other <= Cell.ATOMIC_WRITE; other++) {
      if ((kinds & 1 << other) != 0 && Cell.conflict(kind, other)) {
        return true;
      }
    }
    return false;
  }
}
