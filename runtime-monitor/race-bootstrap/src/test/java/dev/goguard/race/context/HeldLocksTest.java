package dev.goguard.race.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeldLocksTest {
  private final HeldLocks locks = new HeldLocks();

  @Test
  void lastAcquired_isToldFirst() {
    locks.push("a", 1);
    locks.push(String.class, 2);
    assertThat(locks.describe())
        .containsExactly(
            new HeldLock("java.lang.String.class", 2), new HeldLock("java.lang.String", 1));
  }

  @Test
  void lockReleasedOutOfOrder_leavesTheOthersWithTheirHash() {
    Object first = new Object();
    Object second = "second";
    locks.push(second, 2);
    long alone = locks.hash();
    locks.pop(second);
    locks.push(first, 1);
    locks.push(second, 2);
    locks.pop(first);
    assertThat(locks.hash()).isEqualTo(alone);
    assertThat(locks.isHeld(second)).isTrue();
    assertThat(locks.isHeld(first)).isFalse();
  }

  @Test
  void reenteredLock_isHeldUntilItIsLeftAsOften() {
    locks.push(this, 1);
    locks.push(this, 2);
    locks.pop(this);
    assertThat(locks.isHeld(this)).isTrue();
    locks.pop(this);
    assertThat(locks.isHeld(this)).isFalse();
    assertThat(locks.hash()).isZero();
  }

  @Test
  void unknownLock_isLeftWithoutEffect() {
    locks.push("a", 1);
    long before = locks.hash();
    locks.pop(this);
    assertThat(locks.hash()).isEqualTo(before);
  }

  @Test
  void deepRecursion_isHeldUntilItIsLeftAsOften() {
    for (int i = 0; i < 100; i++) {
      locks.push(this, 0);
    }
    for (int i = 0; i < 99; i++) {
      locks.pop(this);
    }
    assertThat(locks.isHeld(this)).isTrue();
    locks.pop(this);
    assertThat(locks.isHeld(this)).isFalse();
    assertThat(locks.describe()).isEmpty();
  }

  @Test
  void veryManyLocks_areNotAllKept() {
    for (int i = 0; i < 1000; i++) {
      locks.push(i, 0);
    }
    assertThat(locks.describe()).hasSize(64);
    assertThat(locks.isHeld(this)).as("perhaps").isTrue();
  }
}
