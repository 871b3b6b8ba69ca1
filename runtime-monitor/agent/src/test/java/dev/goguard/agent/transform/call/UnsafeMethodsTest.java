package dev.goguard.agent.transform.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnsafeMethodsTest {
  private static final String UNSAFE = "sun/misc/Unsafe";

  @Test
  void mode_isThatOfTheVarHandleMethod() {
    assertThat(mode("getObjectVolatile")).isEqualTo(handle("getVolatile"));
    assertThat(mode("getReferenceAcquire")).isEqualTo(handle("getAcquire"));
    assertThat(mode("getLongOpaque")).isEqualTo(handle("getOpaque"));
    assertThat(mode("putIntVolatile")).isEqualTo(handle("setVolatile"));
    assertThat(mode("putOrderedLong")).isEqualTo(handle("setRelease"));
    assertThat(mode("putReferenceRelease")).isEqualTo(handle("setRelease"));
    assertThat(mode("compareAndSwapObject")).isEqualTo(handle("compareAndSet"));
    assertThat(mode("weakCompareAndSetIntPlain")).isEqualTo(handle("weakCompareAndSetPlain"));
    assertThat(mode("weakCompareAndSetIntAcquire")).isEqualTo(handle("weakCompareAndSetAcquire"));
    assertThat(mode("getAndAddLong")).isEqualTo(handle("getAndAdd"));
    assertThat(mode("getAndSetReferenceRelease")).isEqualTo(handle("getAndSetRelease"));
  }

  @Test
  void mode_plainOrOther_isNone() {
    assertThat(mode("getObject")).isZero();
    assertThat(mode("putLong")).isZero();
    assertThat(mode("allocateInstance")).isZero();
    assertThat(mode("objectFieldOffset")).isZero();
  }

  private static int mode(String method) {
    return AtomicMethods.mode(UNSAFE, method);
  }

  private static int handle(String method) {
    return AtomicMethods.mode("java/lang/invoke/VarHandle", method);
  }
}
