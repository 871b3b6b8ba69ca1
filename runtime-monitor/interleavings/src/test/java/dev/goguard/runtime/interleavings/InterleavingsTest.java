package dev.goguard.runtime.interleavings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.explore.Explorer;
import dev.goguard.runtime.internal.sched.SchedProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Explores the interleavings of every program, channels and selects with capacities 0, 1, 2 and 16.
 *
 * <p>The explorer knows sequentially consistent executions only; what weaker orders allow is asked
 * by {@link dev.goguard.runtime.stress}. That the programs are sharp is asked by
 * {@link MutantsTest}.
 */
final class InterleavingsTest {
  static final int EXECUTIONS = Integer.getInteger("interleavings", 1500);
  static final long SEED = Long.getLong("interleavings.seed", 1);
  private static final int[] CAPACITIES = {0, 1, 2, 16};

  private static Explored runtime;
  private static long total;

  @BeforeAll
  static void load() throws IOException {
    runtime = Explored.runtime();
  }

  @AfterAll
  static void unload() throws IOException {
    System.out.printf("%,d executions in all%n", total);
    runtime.close();
  }

  static List<Arguments> programs() {
    List<Arguments> programs = new ArrayList<>();
    for (int capacity : CAPACITIES) {
      Stream.of(ChanProgram.values()).forEach(p -> programs.add(Arguments.of(p, capacity)));
      Stream.of(SelectProgram.values()).forEach(p -> programs.add(Arguments.of(p, capacity)));
    }
    return programs;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void channels_inEveryInterleaving_keepTheirPromise(Enum<?> program, int capacity)
      throws Exception {
    explore(program, capacity);
  }

  @ParameterizedTest
  @EnumSource
  void locks_inEveryInterleaving_keepTheirPromise(SyncProgram program) throws Exception {
    explore(program, 0);
  }

  @ParameterizedTest
  @EnumSource
  void queues_inEveryInterleaving_loseAndDoubleNothing(SchedProgram program) throws Exception {
    explore(program, 0);
  }

  private static void explore(Enum<?> program, int capacity) throws Exception {
    Explorer.Result result = runtime.explore(program, capacity, new Explorer(EXECUTIONS, SEED));
    total += result.executions();
    System.out.printf(
        "%s, capacity %d: %,d executions, all with up to %d preemptions%n",
        program, capacity, result.executions(), result.complete());
    assertThat(result.failure()).as("-Dinterleavings.seed=%d", SEED).isNull();
  }
}
