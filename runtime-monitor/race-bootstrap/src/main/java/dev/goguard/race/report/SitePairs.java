package dev.goguard.race.report;

import dev.goguard.race.memory.SpinLock;

/** The pairs of access sites that were told: an open table of longs. */
final class SitePairs {
  private final SpinLock lock = new SpinLock();
  private long[] pairs = new long[256];
  private int size;

  /** Whether the pair, in any order, is new. A site 0 is not known, and always new. */
  boolean add(int site, int other) {
    if (site == 0 || other == 0) {
      return true;
    }
    long pair = (long) Math.min(site, other) << 32 | Math.max(site, other);
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
