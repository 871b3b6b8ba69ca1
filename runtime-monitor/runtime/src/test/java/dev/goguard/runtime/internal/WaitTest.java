package dev.goguard.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitTest {

  @Test
  void stamp_waitUsedAgain_isAnother() {
    Wait wait = new Wait(WaitReason.SELECT);
    int first = wait.stamp();
    assertThat(wait.stamp()).isEqualTo(first).isNotZero();
    wait.again();
    assertThat(wait.stamp()).isNotEqualTo(first).isNotZero();
  }
}
