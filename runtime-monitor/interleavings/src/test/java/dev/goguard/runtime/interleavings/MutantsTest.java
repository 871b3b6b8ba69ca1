package dev.goguard.runtime.interleavings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.explore.Explorer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs are sharp: with a bug planted into the runtime, the explorer finds it, and the
 * program goes wrong in the way in which this bug does.
 *
 * <p>Each mutant is a copy of the runtime with one place changed, compiled by the test and thrown
 * away. When a change of the runtime takes the place away, the test says so, and whoever made the
 * change plants the bug anew.
 */
final class MutantsTest {
  private static final int EXECUTIONS = 4000;

  @TempDir
  Path folder;

  static List<Mutant> mutants() {
    return Mutants.all();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void explore_withPlantedBug_findsIt(Mutant mutant) throws Exception {
    try (Explored mutated = Explored.mutated(mutant, folder)) {
      Explorer explorer = new Explorer(EXECUTIONS, InterleavingsTest.SEED);
      Explorer.Result result = mutated.explore(mutant.program(), mutant.capacity(), explorer);
      System.out.printf("%s: execution %,d: %s%n", mutant, result.executions(), result.failure());
      assertThat(result.failure())
          .isNotNull()
          .matches(mutant.symptom()::fits, mutant.symptom().name());
    }
  }
}
