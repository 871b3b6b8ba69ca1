package dev.goguard.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReportKindTest {
  @Test
  void named_anyCase_isFound() {
    assertThat(ReportKind.named(" Sarif")).isEqualTo(ReportKind.SARIF);
  }

  @Test
  void named_unknown_listsTheKnown() {
    assertThatThrownBy(() -> ReportKind.named("xml"))
        .hasMessage("no format is called xml; use console, sarif, html, json or github");
  }
}
