package dev.goguard.benchmarks.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.benchmarks.RowNames;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowNamesTest {
  @Test
  void find_wholeName_isThatRowAlone() {
    assertThat(RowNames.find(Row.values(), "unbuffered")).containsExactly(Row.UNBUFFERED);
    assertThat(RowNames.find(Row.values(), "select2")).containsExactly(Row.SELECT_2);
  }

  @Test
  void find_beginning_isEveryRowThatBeginsSo() {
    assertThat(RowNames.find(Row.values(), "mutex")).containsExactly(Row.MUTEX_2, Row.MUTEX_100);
  }

  @Test
  void find_unknown_isRefused() {
    assertThatThrownBy(() -> RowNames.find(Row.values(), "actors"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no row actors");
  }

  @Test
  void select_severalNames_isEachRowOnceInOrder() {
    assertThat(RowNames.select(Row.values(), List.of("yield", "mutex", "mutex2")))
        .containsExactly(Row.MUTEX_2, Row.MUTEX_100, Row.YIELD);
  }

  @Test
  void select_noName_isAll() {
    assertThat(RowNames.select(Row.values(), List.of())).containsExactly(Row.values());
  }
}
