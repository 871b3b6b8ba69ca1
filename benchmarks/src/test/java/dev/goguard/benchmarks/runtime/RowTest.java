package dev.goguard.benchmarks.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RowTest {
  @Test
  void named_wholeName_isThatRowAlone() {
    assertThat(Row.named("unbuffered")).containsExactly(Row.UNBUFFERED);
    assertThat(Row.named("select2")).containsExactly(Row.SELECT_2);
  }

  @Test
  void named_beginning_isEveryRowThatBeginsSo() {
    assertThat(Row.named("mutex")).containsExactly(Row.MUTEX_2, Row.MUTEX_100);
  }

  @Test
  void named_unknown_isRefused() {
    assertThatThrownBy(() -> Row.named("actors"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no row actors");
  }
}
