package dev.goguard.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.WaitGroup;
import org.junit.jupiter.api.Test;

/** What fails in a goroutine fails its test. */
@Guarded
class UncaughtTest {

  @Test
  void check_goroutineFailed_throwsItsFailure(Uncaught uncaught) {
    AssertionError failure = new AssertionError("in a goroutine");
    WaitGroup wg = new WaitGroup();
    wg.go(() -> {
      throw failure;
    });
    wg.await();
    assertThatThrownBy(uncaught::check).isInstanceOf(AssertionError.class).hasCause(failure);
    uncaught.check(); // once is enough
  }

  @Test
  void take_threadFailed_returnsItsFailureAndTheTestGoesOn(Uncaught uncaught) throws Exception {
    IllegalStateException failure = new IllegalStateException("in a thread");
    Thread.ofPlatform().start(() -> {
      throw failure;
    });
    assertThat(uncaught.take()).isSameAs(failure);
    uncaught.check();
  }
}
