package dev.goguard.race.detector;

import dev.goguard.race.context.Contexts;
import dev.goguard.race.context.SiteNames;
import dev.goguard.race.report.Races;
import jdk.internal.misc.Unsafe;

/**
 * The slow path of an array element, whose read and write cells are two neighbours in a long array.
 */
public final class ArrayAccess {
  private ArrayAccess() {}

  /** Where the read cell of an element is among the cells; the write cell follows. */
  private static long offset(int index) {
    return Unsafe.ARRAY_LONG_BASE_OFFSET + (long) index * 2 * Unsafe.ARRAY_LONG_INDEX_SCALE;
  }

  /** An element is read for the first time in the thread's epoch. */
  public static void read(long[] cells, int index, ThreadState thread, long context, int site) {
    if (thread.ignored == 0) {
      long access = thread.epoch | Contexts.intern(thread, context, site);
      long at = offset(index);
      report(
          index, site, FastTrack.read(cells, at, at + Long.BYTES, thread, access), access, false);
    }
  }

  /** An element is written for the first time in the thread's epoch. */
  public static void write(long[] cells, int index, ThreadState thread, long context, int site) {
    if (thread.ignored == 0) {
      long access = thread.epoch | Contexts.intern(thread, context, site);
      long at = offset(index);
      report(
          index, site, FastTrack.write(cells, at, at + Long.BYTES, thread, access), access, true);
    }
  }

  private static void report(int index, int site, long earlier, long access, boolean write) {
    if (earlier != 0) {
      Races.found(SiteNames.of(site) + "[" + index + "]", write, access, earlier);
    }
  }
}
