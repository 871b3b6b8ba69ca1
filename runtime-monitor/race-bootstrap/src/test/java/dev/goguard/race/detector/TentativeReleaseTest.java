package dev.goguard.race.detector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TentativeReleaseTest {
  private final ThreadIds ids = new ThreadIds(64, 1000);
  private final SyncClock clock = new SyncClock();
  private final TentativeRelease tentative = new TentativeRelease();
  private final ThreadState writer = thread(1);
  private final VectorClock done = writer.released();

  @Test
  void acquire_whileOperationRuns_findsTheRelease() {
    tentative.make(clock, writer);

    assertThat(clock.get().covers(done)).isTrue();
  }

  @Test
  void keep_thenTakeBack_leavesTheRelease() {
    tentative.make(clock, writer);
    tentative.keep();
    tentative.takeBack(clock);

    assertThat(clock.get().covers(done)).isTrue();
  }

  @Test
  void takeBack_leavesWhatWasThereBefore() {
    ThreadState other = thread(2);
    clock.releaseMerge(other);
    VectorClock before = clock.get();

    tentative.make(clock, writer);
    tentative.takeBack(clock);

    assertThat(clock.get()).isSameAs(before);
  }

  @Test
  void takeBack_afterAnotherRelease_leavesThatOne() {
    ThreadState other = thread(2);
    VectorClock othersDone = other.released();

    tentative.make(clock, writer);
    clock.releaseMerge(other);
    tentative.takeBack(clock);

    assertThat(clock.get().covers(othersDone)).isTrue();
  }

  /** It has accessed something, and so has an id. */
  private ThreadState thread(int number) {
    ThreadState thread = new ThreadState(
        new ThreadInfo(number, "", ThreadInfo.Kind.PLATFORM, 0), VectorClock.EMPTY, ids);
    thread.access(Cell.WRITE, 1, 0);
    return thread;
  }
}
