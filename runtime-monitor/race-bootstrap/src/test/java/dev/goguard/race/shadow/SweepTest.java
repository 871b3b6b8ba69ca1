package dev.goguard.race.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.ThreadStates;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which elements the runs of a loop touch. */
final class SweepTest {
  private static final int LENGTH = 200;

  private static List<Integer> written(int last, int growth, int count) throws Exception {
    ThreadStates.current(); // the first thread that is seen records nothing: not that one
    FutureTask<List<Integer>> task = new FutureTask<>(() -> run(last, growth, count));
    Thread thread = new Thread(task);
    thread.start();
    return task.get();
  }

  private static List<Integer> run(int last, int growth, int count) {
    ThreadState thread = ThreadStates.current();
    ArrayShadow shadow = ArrayTable.of(new int[LENGTH], thread);
    shadow.writeRun(last, growth, count, thread, 1, 0);
    return IntStream.range(0, LENGTH)
        .filter(i -> shadow.block(i >> ArrayShadow.SHIFT).hasWritten(1L << i, thread.epoch))
        .boxed()
        .toList();
  }

  private static List<Integer> elements(int first, int step, int count) {
    return IntStream.range(0, count).map(i -> first + i * step).boxed().toList();
  }

  @Test
  void forwardLoop_writesUpToTheLast() throws Exception {
    assertThat(written(99, 1, 70)).isEqualTo(elements(30, 1, 70));
  }

  @Test
  void backwardLoop_writesFromTheLastOn() throws Exception {
    assertThat(written(30, -1, 70)).isEqualTo(elements(30, 1, 70));
    assertThat(written(0, -1, LENGTH)).hasSize(LENGTH);
  }

  @Test
  void loopWithAStep_writesEachOfItsElementsInBothDirections() throws Exception {
    assertThat(written(150, 7, 20)).isEqualTo(elements(17, 7, 20));
    assertThat(written(17, -7, 20)).isEqualTo(elements(17, 7, 20));
  }

  @Test
  void loopOverOneElement_writesThatOnly() throws Exception {
    assertThat(written(64, 0, 5)).containsExactly(64);
    assertThat(written(64, -1, 1)).containsExactly(64);
  }
}
