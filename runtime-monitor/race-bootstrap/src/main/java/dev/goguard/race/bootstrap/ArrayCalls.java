package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;

/** Hooks of calls that read or write many elements of an array: before the call, mostly. */
public final class ArrayCalls {
  private ArrayCalls() {}

  /** The elements from {@code from} up to {@code to}, as far as there are any, are read. */
  public static void read(
      Object array, int from, int to, ThreadState thread, long context, int site) {
    if (thread.epoch != 0 && array != null && array.getClass().isArray()) {
      ArrayElements.readRange(array, from, to, thread, context, site);
    }
  }

  /** After {@code count} elements from {@code from} on were written, if it is not negative. */
  public static void filled(
      int count, Object array, int from, ThreadState thread, long context, int site) {
    if (count > 0) {
      write(array, from, from + count, thread, context, site);
    }
  }

  /** The elements from {@code from} up to {@code to}, as far as there are any, are written. */
  public static void write(
      Object array, int from, int to, ThreadState thread, long context, int site) {
    if (thread.epoch != 0 && array != null && array.getClass().isArray()) {
      ArrayElements.writeRange(array, from, to, thread, context, site);
    }
  }
}
