package dev.goguard.race.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

final class VectorClockTest {
  private static final int IDS = 300;
  private static final int CLOCKS = 6;

  private final VectorClock[] clocks = new VectorClock[CLOCKS];
  private final int[][] naive = new int[CLOCKS][IDS];

  @Test
  void randomOperations_agreeWithPlainArrays(TestReporter reporter) {
    long seed = Long.getLong("goguard.seed", System.nanoTime());
    reporter.publishEntry("goguard.seed", Long.toString(seed));
    SplittableRandom random = new SplittableRandom(seed);
    java.util.Arrays.fill(clocks, VectorClock.EMPTY);
    for (int i = 0; i < 20_000; i++) {
      step(random);
    }
    for (int i = 0; i < CLOCKS; i++) {
      assertSame(i, seed);
    }
  }

  private void step(SplittableRandom random) {
    int to = random.nextInt(CLOCKS);
    int from = random.nextInt(CLOCKS);
    switch (random.nextInt(5)) {
      case 0 -> join(to, from);
      case 1 -> copy(to, from);
      case 2 -> release(to, 1 + random.nextInt(IDS - 1));
      case 3 -> assertThat(clocks[to].covers(clocks[from])).isEqualTo(covers(to, from));
      default -> raise(to, 1 + random.nextInt(IDS - 1), random.nextInt(50));
    }
  }

  private void join(int to, int from) {
    clocks[to] = clocks[to].join(clocks[from]);
    for (int id = 0; id < IDS; id++) {
      naive[to][id] = Math.max(naive[to][id], naive[from][id]);
    }
  }

  private void copy(int to, int from) {
    clocks[to] = clocks[from];
    naive[to] = naive[from].clone();
  }

  private void release(int to, int id) {
    int next = naive[to][id] + 1;
    clocks[to] = clocks[to].releasedBy(id, next);
    naive[to][id] = next;
  }

  private void raise(int to, int id, int clock) {
    clocks[to] = clocks[to].with(id, clock);
    naive[to][id] = Math.max(naive[to][id], clock);
  }

  private boolean covers(int to, int from) {
    for (int id = 0; id < IDS; id++) {
      if (naive[from][id] > naive[to][id]) {
        return false;
      }
    }
    return true;
  }

  private void assertSame(int index, long seed) {
    for (int id = 0; id < IDS; id++) {
      assertThat(clocks[index].get(id)).as("seed %d", seed).isEqualTo(naive[index][id]);
    }
  }

  @Test
  void joinWithWhatIsKnown_sharesEverything() {
    VectorClock known = VectorClock.EMPTY.with(5, 3).with(200, 1);
    assertThat(known.join(VectorClock.EMPTY.with(5, 2))).isSameAs(known);
    assertThat(VectorClock.EMPTY.with(5, 2).join(known)).isSameAs(known);
  }

  @Test
  void releaseThatWasJoinedWithMore_isNoReleaseOfItsThread() {
    VectorClock release = VectorClock.EMPTY.with(7, 4).releasedBy(1, 1);
    VectorClock more = release.join(VectorClock.EMPTY.with(8, 1));
    assertThat(release.release).isTrue();
    assertThat(more.release).isFalse();
  }
}
