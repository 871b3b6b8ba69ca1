package dev.goguard.race.detector;

import java.util.Arrays;

/** For each thread id, the clock up to which its actions happen before the owner's next one. */
final class VectorClock {
  private int[] clocks;

  VectorClock() {
    this.clocks = new int[8];
  }

  private VectorClock(int[] clocks) {
    this.clocks = clocks;
  }

  int get(int tid) {
    return tid < clocks.length ? clocks[tid] : 0;
  }

  void set(int tid, int clock) {
    grow(tid + 1);
    clocks[tid] = clock;
  }

  /** Takes the larger of both, for each thread. */
  void join(VectorClock other) {
    grow(other.clocks.length);
    for (int i = 0; i < other.clocks.length; i++) {
      clocks[i] = Math.max(clocks[i], other.clocks[i]);
    }
  }

  VectorClock copy() {
    return new VectorClock(clocks.clone());
  }

  private void grow(int length) {
    if (length > clocks.length) {
      clocks = Arrays.copyOf(clocks, Math.max(length, clocks.length * 2));
    }
  }
}
