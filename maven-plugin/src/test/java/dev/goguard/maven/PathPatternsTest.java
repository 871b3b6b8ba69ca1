package dev.goguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {
  @ParameterizedTest
  @CsvSource({
    "shop/**,      shop/pay/Bank.java, true",
    "shop/**,      bank/Bank.java,     false",
    "**/Bank.java, shop/pay/Bank.java, true",
    "**/Bank.java, Bank.java,          true",
    "**/*Test.java, Bank.java,         false"
  })
  void matches_include_choosesByPattern(String pattern, String path, boolean chosen) {
    assertThat(new PathPatterns(List.of(pattern), List.of()).matches(Path.of(path)))
        .isEqualTo(chosen);
  }

  @Test
  void matches_excludedAndIncluded_isLeftOut() {
    PathPatterns patterns = new PathPatterns(List.of("shop/**"), List.of("**/gen/**"));
    assertThat(patterns.matches(Path.of("shop/gen/A.java"))).isFalse();
    assertThat(patterns.matches(Path.of("shop/A.java"))).isTrue();
  }

  @Test
  void matches_noPatterns_isChosen() {
    assertThat(new PathPatterns(List.of(), List.of()).matches(Path.of("A.java")))
        .isTrue();
  }
}
