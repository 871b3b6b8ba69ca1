package dev.goguard.race.context;

/** The numbers that one thread used last, by key; used by that thread only. */
public final class ContextCache {
  private static final int SMALLEST = 16;
  private static final int LARGEST = 1024;

  private long[] keys;
  private int[] numbers;
  private int misses;

  /** The number of a key, or 0 when it is not here. */
  int find(long key) {
    if (keys == null) {
      return 0;
    }
    int at = slot(key);
    return keys[at] == key ? numbers[at] : 0;
  }

  void put(long key, int number) {
    if (keys == null) {
      resize(SMALLEST);
    } else if (++misses > 4 * keys.length && keys.length < LARGEST) {
      resize(4 * keys.length);
    }
    int at = slot(key);
    keys[at] = key;
    numbers[at] = number;
  }

  private void resize(int length) {
    keys = new long[length];
    numbers = new int[length];
    misses = 0;
  }

  private int slot(long key) {
    return (int) (key >>> 32) & keys.length - 1;
  }
}
