package dev.goguard.race.report;

import dev.goguard.race.memory.SpinLock;

/** Pairs of places, in any order: an open table of longs. */
final class SitePairs {
  private final SpinLock lock = new SpinLock();
  private long[] pairs = new long[256];
  private int size;

  boolean contains(int one, int other) {
    lock.lock();
    try {
      return pairs[find(pair(one, other))] != 0;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the pair, in any order, is new. */
  boolean add(int one, int other) {
    long pair = pair(one, other);
    lock.lock();
    try {
      int at = find(pair);
      boolean fresh = pairs[at] == 0;
      if (fresh) {
        put(at, pair);
      }
      return fresh;
    } finally {
      lock.unlock();
    }
  }

  private static long pair(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other) & 0xFFFF_FFFFL;
  }

  private int find(long pair) {
    int at = (int) (pair * 0x9E3779B97F4A7C15L >>> 40) & pairs.length - 1;
    while (pairs[at] != 0 && pairs[at] != pair) {
      at = at + 1 & pairs.length - 1;
    }
    return at;
  }

  private void put(int at, long pair) {
    pairs[at] = pair;
    if (++size * 2 > pairs.length) {
      long[] old = pairs;
      pairs = new long[old.length * 2];
      for (long each : old) {
        if (each != 0) {
          pairs[find(each)] = each;
        }
      }
    }
  }
}
