package dev.goguard.analysis.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSelectionTest {
  private static final Rule LOCK = rule("LockNotReleased");
  private static final Rule SPAWN = rule("UnboundedSpawn");
  private final RuleSelection selection = new RuleSelection(List.of(LOCK, SPAWN));

  @Test
  void named_noNames_isTheCatalogue() {
    assertThat(selection.named(List.of())).containsExactly(LOCK, SPAWN);
  }

  @Test
  void named_names_keepsTheOrderOfTheCatalogue() {
    assertThat(selection.named(List.of("UnboundedSpawn", "LockNotReleased")))
        .containsExactly(LOCK, SPAWN);
  }

  @Test
  void named_slip_suggestsTheRule() {
    assertThatThrownBy(() -> selection.named(List.of("LockNotRelased")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean LockNotReleased?");
  }

  private static Rule rule(String name) {
    return new Rule() {
      @Override
      public RuleInfo info() {
        return new RuleInfo(name, Severity.WARNING, "summary", List.of(), "lock");
      }

      @Override
      public void run(Pass pass) {}
    };
  }
}
