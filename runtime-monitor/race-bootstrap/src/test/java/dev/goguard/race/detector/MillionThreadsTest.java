package dev.goguard.race.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many threads as a long run has, one after another or many at once. */
@Tag("soak")
final class MillionThreadsTest {
  private static final int MILLION = 1_000_000;

  private final ThreadIds ids = new ThreadIds(Cell.MAX_TID, Cell.MAX_CLOCK);
  private final ThreadState main = thread(VectorClock.EMPTY);
  private final SyncClock done = new SyncClock();
  private final Detection.Cells shared = new Detection.Cells();

  private ThreadState thread(VectorClock clock) {
    ThreadInfo info = new ThreadInfo(0, "", ThreadInfo.Kind.GOROUTINE, 0);
    return new ThreadState(info, clock, ids);
  }

  private static void write(Detection.Cells variable, ThreadState thread) {
    FastTrack.write(variable, Detection.Cells.READS, Detection.Cells.WRITES, thread, 1, 0);
  }

  private static void read(Detection.Cells variable, ThreadState thread) {
    FastTrack.read(variable, Detection.Cells.READS, Detection.Cells.WRITES, thread, 1, 0);
  }

  /** Starts threads that all read a variable, and write one of their own; then waits for them. */
  private void wave(int threads) {
    write(shared, main);
    List<ThreadState> live = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      live.add(thread(main.released()));
    }
    for (ThreadState thread : live) {
      read(shared, thread);
      write(new Detection.Cells(), thread);
      done.releaseMerge(thread);
      assertThat(thread.races.isEmpty()).isTrue();
    }
    live.forEach(ThreadState::end);
    done.acquire(main);
    write(shared, main);
    assertThat(main.races.isEmpty()).isTrue();
  }

  @Test
  void millionThreadsInWaves_useFewIds() {
    for (int i = 0; i < MILLION / 1000; i++) {
      wave(1000);
    }
    assertThat(ids.used()).isLessThan(2100);
    assertThat(ids.unordered()).isZero();
    assertThat(ids.refused()).isZero();
  }

  @Test
  void hundredThousandAtOnce_workThoughSomeHaveNoId() {
    wave(100_000);
    assertThat(ids.used()).isEqualTo(Cell.MAX_TID);
    assertThat(ids.refused()).isEqualTo(100_001 - Cell.MAX_TID);
    wave(1000);
    assertThat(ids.unordered()).isZero();
  }

  @Test
  void millionThreadsNobodyWaitsFor_reuseIdsAndSaySo() {
    for (int i = 0; i < MILLION; i++) {
      ThreadState thread = thread(main.released());
      read(shared, thread);
      thread.end();
    }
    assertThat(ids.used()).isEqualTo(Cell.MAX_TID);
    assertThat(ids.unordered()).isPositive();
    assertThat(ids.refused()).isZero();
  }
}
