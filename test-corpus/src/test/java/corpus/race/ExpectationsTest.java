package corpus.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ExpectationsTest {
  private static final String SOURCE = """
      final class Sample {
        static void raceTwice() throws Exception {
          // RACE: first
          x = 1;
          Go.go(() -> {
            // RACE: first, second
            // why it is so
            x = y;
          });
          // RACE: second
          y = 1;
        }

        /** Nothing here. */
        static void noRace1() {
          x = 1;
        }

        static void raceOfClass() {}

        static class OfTheLast {
          static void write() {
            // RACE: z
            z = 1;
          }
        }
      }
      """;

  @Test
  void races_labelOnSeveralLines_areOneRace() {
    assertThat(Expectations.of(SOURCE).races("raceTwice"))
        .isEqualTo(Map.of("first", lines(4, 8), "second", lines(8, 11)));
  }

  @Test
  void races_classBelowProgram_belongToIt() {
    assertThat(Expectations.of(SOURCE).races("raceOfClass")).isEqualTo(Map.of("z", lines(24)));
  }

  @Test
  void methods_programsAndOthers_arePrograms() {
    assertThat(Expectations.of(SOURCE).methods())
        .isEqualTo(List.of("raceTwice", "noRace1", "raceOfClass"));
    assertThat(Expectations.of(SOURCE).races("noRace1")).isEmpty();
  }

  @Test
  void of_markOutsideOfPrograms_isRefused() {
    assertThatThrownBy(() -> Expectations.of("// RACE: x\nint x;")).hasMessageContaining("line 2");
  }

  private static SortedSet<Integer> lines(Integer... lines) {
    return new TreeSet<>(List.of(lines));
  }
}
