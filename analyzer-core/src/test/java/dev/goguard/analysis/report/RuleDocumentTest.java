package dev.goguard.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDocumentTest {
  @Test
  void markdown_besideTheRule_isFound() {
    assertThat(RuleDocument.markdown(rule("LockNotReleased"))).isEqualTo("lock kept\n");
  }

  @Test
  void markdown_missing_isNamed() {
    assertThatThrownBy(() -> RuleDocument.markdown(rule("Undocumented")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Undocumented.md");
  }

  private static Rule rule(String name) {
    return new Outcomes.Listed(new RuleInfo(name, Severity.NOTE, "any", List.of(), "any"));
  }
}
