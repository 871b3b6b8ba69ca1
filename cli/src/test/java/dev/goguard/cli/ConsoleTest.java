package dev.goguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  @Test
  void decorated_plainTerminal_true() {
    assertThat(console(true, Map.of("NO_COLOR", "")).decorated()).isTrue();
  }

  @Test
  void decorated_unwanted_false() {
    assertThat(console(false, Map.of()).decorated()).isFalse();
    assertThat(console(true, Map.of("NO_COLOR", "1")).decorated()).isFalse();
    assertThat(console(true, Map.of("CI", "true")).decorated()).isFalse();
  }

  private static Console console(boolean terminal, Map<String, String> environment) {
    return new Console(terminal, environment, Path.of(""));
  }
}
