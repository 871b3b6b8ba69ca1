package dev.goguard.cli.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Entry READ =
      entry(Label.TRUE, "pool.Pool.take", "lock is not released", "1");

  @Test
  void of_sameFinding_keepsItsLabel() {
    var comparison =
        compare(entry(Label.UNLABELLED, "pool.Pool.take", "lock is not released", "1"));
    assertThat(comparison.kept()).containsExactly(READ);
    assertThat(comparison.differs()).isFalse();
  }

  @Test
  void of_otherElement_isGoneAndNew() {
    var moved = entry(Label.UNLABELLED, "pool.Pool.give", "lock is not released", "1");
    var comparison = compare(moved);
    assertThat(comparison.gone()).containsExactly(READ);
    assertThat(comparison.added()).containsExactly(moved);
    assertThat(comparison.differs()).isTrue();
  }

  @Test
  void of_otherWords_isRetoldWithItsLabel() {
    var comparison = compare(entry(Label.UNLABELLED, "pool.Pool.take", "lock stays locked", "2"));
    assertThat(comparison.retold())
        .containsExactly(entry(Label.TRUE, "pool.Pool.take", "lock stays locked", "2"));
    assertThat(comparison.differs()).isFalse();
  }

  @Test
  void of_twoInOneElement_pairsByFingerprintFirst() {
    var second = entry(Label.FALSE, "pool.Pool.take", "lock is not released", "2");
    var comparison = Comparison.of(
        List.of(READ, second),
        List.of(entry(Label.UNLABELLED, "pool.Pool.take", "lock is not released", "2")));
    assertThat(comparison.kept()).containsExactly(second);
    assertThat(comparison.gone()).containsExactly(READ);
  }

  private static Comparison compare(Entry found) {
    return Comparison.of(List.of(READ), List.of(found));
  }

  private static Entry entry(Label label, String element, String message, String fingerprint) {
    return new Entry(
        label,
        "",
        "LockNotReleased",
        "warning",
        "pool/Pool.java",
        7,
        element,
        message,
        fingerprint);
  }
}
