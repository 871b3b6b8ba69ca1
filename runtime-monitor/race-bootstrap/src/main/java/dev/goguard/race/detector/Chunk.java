package dev.goguard.race.detector;

import java.util.Arrays;

/**
 * The clocks of 64 neighbouring thread ids. A chunk never changes, so vector clocks share them.
 *
 * <p>It is only as long as the last id that is not zero asks for, in steps of eight.
 */
final class Chunk {
  static final int BITS = 6;
  static final int SIZE = 1 << BITS;

  private Chunk() {}

  static int get(int[] chunk, int at) {
    return chunk == null || at >= chunk.length ? 0 : chunk[at];
  }

  /** A copy in which one clock is another. */
  static int[] with(int[] chunk, int at, int clock) {
    int needed = at + 8 & -8;
    int[] copy =
        chunk == null ? new int[needed] : Arrays.copyOf(chunk, Math.max(needed, chunk.length));
    copy[at] = clock;
    return copy;
  }

  static boolean covers(int[] chunk, int[] other) {
    if (chunk == other || other == null) {
      return true;
    }
    for (int i = 0; i < other.length; i++) {
      if (other[i] > get(chunk, i)) {
        return false;
      }
    }
    return true;
  }

  /** The larger of both everywhere; one of the two when it is that already. */
  static int[] join(int[] chunk, int[] other) {
    if (covers(chunk, other)) {
      return chunk;
    }
    return covers(other, chunk) ? other : larger(chunk, other);
  }

  private static int[] larger(int[] chunk, int[] other) {
    int[] joined = Arrays.copyOf(chunk, Math.max(chunk.length, other.length));
    for (int i = 0; i < other.length; i++) {
      joined[i] = Math.max(joined[i], other[i]);
    }
    return joined;
  }
}
