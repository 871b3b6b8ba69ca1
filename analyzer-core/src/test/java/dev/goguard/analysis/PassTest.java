package dev.goguard.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassTest {
  private final Pass pass = new Pass(
      new RuleInfo("Any", Severity.NOTE, "any", List.of(), "any"),
      Code.of("class A { int n; int m() { return n++; } synchronized void s() { m(); } }")
          .analyses());

  @ParameterizedTest
  @EnumSource(
      value = EventKind.class,
      names = {"READ", "WRITE", "CALL", "BRANCH", "RETURN", "THROW", "CATCH"})
  void bodiesThatCan_kindOfNearlyEveryBody_isRefused(EventKind kind) {
    assertThatThrownBy(() -> pass.bodiesThatCan(kind))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(kind.name());
  }

  @Test
  void bodiesThatCan_acquire_knowsSynchronized() {
    assertThat(pass.bodiesThatCan(EventKind.ACQUIRE))
        .extracting(Body::element)
        .containsExactly("A.s");
  }
}
