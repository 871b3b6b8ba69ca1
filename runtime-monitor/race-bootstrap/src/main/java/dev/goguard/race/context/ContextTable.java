package dev.goguard.race.context;

import dev.goguard.race.memory.Memory;

/**
 * Keys, which are never zero, and their numbers. Found without a lock, added under the caller's.
 *
 * <p>A number is written before its key, with a fence between, and read after it, with a fence
 * between: whoever sees a key sees its number. Whoever does not see one that was just added asks
 * again under the lock. A larger table replaces the arrays together, through a volatile field.
 */
final class ContextTable {
  private record Arrayed(long[] keys, int[] numbers) {}

  private volatile Arrayed arrays = new Arrayed(new long[1024], new int[1024]);
  private int size;

  /** The number of a key, or 0. */
  int find(long key) {
    Arrayed now = arrays;
    int at = slot(now.keys, key);
    Memory.UNSAFE.loadFence();
    return now.keys[at] == key ? now.numbers[at] : 0;
  }

  void add(long key, int number) {
    if (++size * 2 > arrays.keys.length) {
      grow();
    }
    insert(arrays, key, number);
  }

  private void grow() {
    Arrayed now = arrays;
    int length = now.keys.length * 2;
    Arrayed larger = new Arrayed(new long[length], new int[length]);
    for (int i = 0; i < now.keys.length; i++) {
      if (now.keys[i] != 0) {
        insert(larger, now.keys[i], now.numbers[i]);
      }
    }
    arrays = larger;
  }

  private static void insert(Arrayed into, long key, int number) {
    int at = slot(into.keys, key);
    into.numbers[at] = number;
    Memory.UNSAFE.storeFence();
    into.keys[at] = key;
  }

  private static int slot(long[] keys, long key) {
    int at = (int) (key >>> 40) & keys.length - 1;
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & keys.length - 1;
    }
    return at;
  }

  /** About how many bytes the table takes. */
  long bytes() {
    return 12L * arrays.keys.length;
  }
}
