package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.shadow.ArrayShadow;
import dev.goguard.race.shadow.ArrayTable;

/**
 * Hooks of array elements, each of which is a variable of its own (JLS 17.4.1, 17.6).
 *
 * <p>An access is given the shadow that the same place of the method used last, and answers the one
 * it used: in a loop over one array the table is asked once. While the program has one thread,
 * whose epoch is zero, arrays get no shadow at all.
 */
public final class ArrayElements {
  private ArrayElements() {}

  /** Before an element is read; a null array or a bad index is left to the instruction itself. */
  public static ArrayShadow read(
      Object array, int index, ArrayShadow last, ThreadState thread, long context, int site) {
    if (array == null || thread.epoch == 0) {
      return null;
    }
    ArrayShadow shadow = last != null && last.refersTo(array) ? last : ArrayTable.of(array, thread);
    shadow.read(index, thread, context, site);
    return shadow;
  }

  /** Before an element is written. */
  public static ArrayShadow write(
      Object array, int index, ArrayShadow last, ThreadState thread, long context, int site) {
    if (array == null || thread.epoch == 0) {
      return null;
    }
    ArrayShadow shadow = last != null && last.refersTo(array) ? last : ArrayTable.of(array, thread);
    shadow.write(index, thread, context, site);
    return shadow;
  }

  /** Before the elements from {@code from} up to {@code to}, without it, are read. */
  public static void readRange(
      Object array, int from, int to, ThreadState thread, long context, int site) {
    if (array != null && thread.epoch != 0) {
      ArrayTable.of(array, thread).readRange(from, to, thread, context, site);
    }
  }

  /** Before the elements from {@code from} up to {@code to}, without it, are written. */
  public static void writeRange(
      Object array, int from, int to, ThreadState thread, long context, int site) {
    if (array != null && thread.epoch != 0) {
      ArrayTable.of(array, thread).writeRange(from, to, thread, context, site);
    }
  }

  /**
   * After a loop read an element on each of so many passes, of which the one at {@code last} was
   * the last, at an index that grew by {@code growth} with each pass.
   */
  public static void readRun(
      Object array, int last, int growth, int passes, ThreadState thread, long context, int site) {
    if (passes > 0 && array != null && thread.epoch != 0) {
      ArrayTable.of(array, thread).readRun(last, growth, passes, thread, context, site);
    }
  }

  /** After a loop wrote an element on each pass, likewise. */
  public static void writeRun(
      Object array, int last, int growth, int passes, ThreadState thread, long context, int site) {
    if (passes > 0 && array != null && thread.epoch != 0) {
      ArrayTable.of(array, thread).writeRun(last, growth, passes, thread, context, site);
    }
  }
}
