package dev.goguard.race.detector;

import java.util.Arrays;

/**
 * The reads of a thread between {@code tryOptimisticRead} and {@code validate} of a stamped lock.
 *
 * <p>Such a read may race with a writer, and then it is forgotten: that is what the lock is for. So
 * it is held back, and counts when the validation has succeeded and the thread has learned of the
 * last writer, or when there never is one. It counts in the epoch in which it was made: what the
 * thread releases before it asks for the validation covers its reads, so that the next writer, who
 * acquires that, is ordered after them. That writer may have written already when a read is
 * counted: so each is compared with the write that it was made after. Reads beyond those that an
 * optimistic section has in reason are dropped.
 */
public final class Speculation {
  private static final int MOST = 1024;

  /** The elements of an array, as what counts their reads. */
  public interface Elements {
    /** The last write of an element, or 0. */
    long lastWrite(int index);

    /** Counts the read of an element that was made earlier, after that last write. */
    void count(int index, ThreadState thread, long access, long written, int site);
  }

  private Object[] locks = new Object[1];
  private int open;

  private Object[] objects = new Object[16];
  private Class<?>[] declaring = new Class<?>[16];
  private int[] numbers = new int[16];
  private int[] sites = new int[16];
  private long[] accesses = new long[16];
  private long[] written = new long[16];
  private int size;

  private Speculation() {}

  /** An optimistic section begins; reads that an earlier one of this lock left are counted. */
  public static void begin(Object lock, ThreadState thread) {
    if (thread.speculation != null && thread.speculation.isOpen(lock)) {
      end(thread);
    }
    if (thread.speculation == null) {
      thread.speculation = new Speculation();
    }
    thread.speculation.open(lock);
  }

  /** What was read under this lock is good; the thread has learned of the lock's last writer. */
  public static void validated(Object lock, ThreadState thread) {
    Speculation reads = thread.speculation;
    if (reads != null && reads.isOpen(lock) && --reads.open == 0) {
      end(thread);
    }
  }

  /** What was read under this lock is forgotten. */
  public static void failed(Object lock, ThreadState thread) {
    if (thread.speculation != null && thread.speculation.isOpen(lock)) {
      thread.speculation = null;
    }
  }

  /** The thread ends, or will never validate what it has read: that counts. */
  public static void end(ThreadState thread) {
    Speculation reads = thread.speculation;
    thread.speculation = null;
    if (reads != null) {
      reads.count(thread);
    }
  }

  private void open(Object lock) {
    if (open == locks.length) {
      locks = Arrays.copyOf(locks, open + 1);
    }
    locks[open++] = lock;
  }

  /** Moves the lock to the end of those that are open. */
  private boolean isOpen(Object lock) {
    for (int i = 0; i < open; i++) {
      if (locks[i] == lock) {
        locks[i] = locks[open - 1];
        locks[open - 1] = lock;
        return true;
      }
    }
    return false;
  }

  /** Holds back the read of a field, or with no class that of an array's element. */
  void read(Object object, Class<?> type, int number, ThreadState thread, long context, int site) {
    if (size == MOST || !Access.isWatched(thread)) {
      return;
    }
    if (size == sites.length) {
      grow();
    }
    objects[size] = object;
    declaring[size] = type;
    numbers[size] = number;
    sites[size] = site;
    written[size] = type == null
        ? ((Elements) object).lastWrite(number)
        : Access.lastWrite(object, type, number);
    accesses[size] = thread.access(Cell.READ, context, site);
    size++;
  }

  /** Holds back the read of an array's element. */
  public void read(Elements array, int index, ThreadState thread, long context, int site) {
    read(array, null, index, thread, context, site);
  }

  private void grow() {
    int larger = size * 4;
    objects = Arrays.copyOf(objects, larger);
    declaring = Arrays.copyOf(declaring, larger);
    numbers = Arrays.copyOf(numbers, larger);
    sites = Arrays.copyOf(sites, larger);
    accesses = Arrays.copyOf(accesses, larger);
    written = Arrays.copyOf(written, larger);
  }

  private void count(ThreadState thread) {
    for (int i = 0; i < size; i++) {
      if (declaring[i] == null) {
        ((Elements) objects[i]).count(numbers[i], thread, accesses[i], written[i], sites[i]);
      } else {
        Access.readBefore(objects[i], declaring[i], numbers[i], thread, accesses[i], written[i]);
      }
    }
  }
}
