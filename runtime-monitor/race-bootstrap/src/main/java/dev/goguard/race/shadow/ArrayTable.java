package dev.goguard.race.shadow;

import dev.goguard.race.detector.ThreadState;
import java.lang.reflect.Array;
import java.nio.Buffer;

/** The shadow of each array, and of each buffer's memory, that several threads may use. */
public final class ArrayTable extends WeakTable<ArrayShadow> {
  private static final int WHOLE = 0;
  private static final int STRIPES = 64;
  private static final ArrayTable[] TABLES = new ArrayTable[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      TABLES[i] = new ArrayTable();
    }
  }

  private ArrayTable() {}

  @Override
  ArrayShadow create(Object array, int hash, int part) {
    int length = array instanceof Buffer buffer ? buffer.capacity() : Array.getLength(array);
    return new ArrayShadow(array, hash, part, length);
  }

  /** The shadow of an array; a thread that asks again soon finds it without the table. */
  public static ArrayShadow of(Object array, ThreadState thread) {
    int hash = hash(array, WHOLE);
    ArrayShadow recent = (ArrayShadow) thread.arrays.find(array, hash);
    return recent != null ? recent : find(array, hash, thread);
  }

  private static ArrayShadow find(Object array, int hash, ThreadState thread) {
    ArrayShadow shadow = TABLES[hash >>> 26].of(array, hash, WHOLE);
    thread.arrays.put(shadow, hash);
    return shadow;
  }

  /** The shadow of an array, from the table. */
  static ArrayShadow of(Object array) {
    int hash = hash(array, WHOLE);
    return TABLES[hash >>> 26].of(array, hash, WHOLE);
  }

  /** The shadow of the elements that a buffer has outside the heap. */
  static ArrayShadow ofMemory(Buffer buffer) {
    int hash = hash(buffer, WHOLE);
    return TABLES[hash >>> 26].of(buffer, hash, WHOLE);
  }
}
