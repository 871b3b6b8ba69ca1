package dev.goguard.race.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ThreadEndTest {
  private final ThreadIds ids = new ThreadIds(Cell.MAX_TID, Cell.MAX_CLOCK);

  private ThreadState thread() {
    ThreadInfo info = new ThreadInfo(1, "", ThreadInfo.Kind.PLATFORM, 0);
    return new ThreadState(info, VectorClock.EMPTY, ids);
  }

  private static void write(ThreadState thread) {
    FastTrack.write(
        new Detection.Cells(), Detection.Cells.READS, Detection.Cells.WRITES, thread, 1, 0);
  }

  @Test
  void whatAThreadLearnedLast_isKnownToEveryJoiner() {
    ThreadState ended = thread();
    ended.learn(VectorClock.EMPTY.with(7, 3));
    ended.end();
    assertThat(ended.atEnd().get(7)).isEqualTo(3);
    assertThat(ended.atEnd()).isSameAs(ended.atEnd());
  }

  @Test
  void threadThatDidNothing_isJoinedWithoutEffect() {
    ThreadState ended = thread();
    ended.end();
    assertThat(VectorClock.EMPTY.covers(ended.atEnd())).isTrue();
  }

  @Test
  void accessesOfAThreadWhoseEndWasNotSeen_areBeforeTheJoin() {
    ThreadState gone = thread();
    write(gone);
    long access = gone.epoch;
    ThreadState joiner = thread();
    joiner.learn(gone.atEnd());
    assertThat(joiner.happensBefore(access)).isTrue();
    assertThat(gone.epoch).as("nothing of it has changed").isEqualTo(access);
  }

  @Test
  void twoJoinersAtOnce_bothKnowAll() throws Exception {
    List<ThreadState> all = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      ThreadState ended = thread();
      ended.learn(VectorClock.EMPTY.with(7, i + 1));
      ended.end();
      all.add(ended);
    }
    Callable<Integer> joiner = () -> joinEach(all);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> one = pool.submit(joiner);
      Future<Integer> other = pool.submit(joiner);
      assertThat(one.get()).isZero();
      assertThat(other.get()).isZero();
    } finally {
      pool.shutdown();
    }
  }

  /** How many did not tell all they had learned. */
  private int joinEach(List<ThreadState> all) {
    int missed = 0;
    for (int i = 0; i < all.size(); i++) {
      ThreadState joiner = thread();
      joiner.learn(all.get(i).atEnd());
      missed += joiner.clock.get(7) == i + 1 ? 0 : 1;
    }
    return missed;
  }
}
