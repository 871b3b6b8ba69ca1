package dev.goguard.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final List<String> NAMES = List.of("LockNotReleased", "UnboundedSpawn");

  @Test
  void suggestion_slip_namesTheNearest() {
    assertThat(Spelling.suggestion("lockNotRelased", NAMES))
        .isEqualTo("; did you mean LockNotReleased?");
  }

  @Test
  void suggestion_anotherWord_isEmpty() {
    assertThat(Spelling.suggestion("Teapot", NAMES)).isEmpty();
  }
}
