package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@Guarded
class ErrGroupTest {

  @Test
  void await_allSucceed_returns() throws Exception {
    ErrGroup group = new ErrGroup();
    AtomicInteger ended = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      group.go(ended::incrementAndGet);
    }
    group.await();
    assertThat(ended).hasValue(5);
    assertThat(group.context()).isSameAs(Context.background());
  }

  @Test
  void await_oneFails_throwsItAfterAllHaveEnded() {
    ErrGroup group = ErrGroup.withContext(Context.background());
    IOException error = new IOException("disk");
    AtomicReference<Throwable> cause = new AtomicReference<>();
    group.go(() -> {
      group.context().done().receive();
      cause.set(group.context().cause());
      throw new IOException("a consequence");
    });
    group.go(() -> {
      throw error;
    });
    assertThatThrownBy(group::await).isSameAs(error);
    assertThat(cause).hasValue(error);
  }

  @Test
  void await_returned_contextHasEnded() throws Exception {
    ErrGroup group = ErrGroup.withContext(Context.background());
    group.await();
    assertThat(group.context().err()).isSameAs(ContextException.CANCELED);
  }

  @Test
  void go_bodyPanics_isNotAnError() throws Exception {
    ErrGroup group = new ErrGroup();
    AtomicReference<Throwable> seen = new AtomicReference<>();
    group.go(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((thread, panic) -> seen.set(panic));
      Go.panic("bug");
    });
    group.await();
    assertThat(seen.get()).isInstanceOf(GoPanic.class);
  }
}
