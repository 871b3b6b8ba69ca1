package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.WaitReason;
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

  @Test
  void await_betweenGos_throwsTheFirstErrorEachTime() throws Exception {
    ErrGroup group = new ErrGroup();
    group.go(() -> {});
    group.await();
    IOException first = new IOException("1");
    group.go(throwing(first));
    assertThatThrownBy(group::await).isSameAs(first);
    group.go(() -> {});
    assertThatThrownBy(group::await).isSameAs(first);
    group.go(throwing(new IOException("2")));
    assertThatThrownBy(group::await).isSameAs(first);
  }

  private static GoBody throwing(Exception e) {
    return () -> {
      throw e;
    };
  }

  @Test
  void withContext_bodyFailed_contextHasEndedWithItAsCause() {
    IOException doom = new IOException("doomed");
    ErrGroup group = ErrGroup.withContext(Context.background());
    assertThat(group.tryGo(throwing(doom))).isTrue();
    assertThat(group.tryGo(() -> {})).isTrue();
    assertThatThrownBy(group::await).isSameAs(doom);
    assertThat(group.context().err()).isSameAs(ContextException.CANCELED);
    assertThat(group.context().cause()).isSameAs(doom);
  }

  @Test
  void withContext_nobodyFailed_causeIsTheCancelling() throws Exception {
    ErrGroup group = ErrGroup.withContext(Context.background());
    group.go(() -> {});
    group.await();
    assertThat(group.context().cause()).isSameAs(ContextException.CANCELED);
  }

  @Test
  void tryGo_limit_startsNoMoreThanThat() throws Exception {
    ErrGroup group = new ErrGroup();
    Chan<Integer> block = Chan.make();
    group.setLimit(42);
    for (int i = 0; i < 42; i++) {
      assertThat(group.tryGo(block::receive)).isTrue();
    }
    assertThat(group.tryGo(block::receive)).isFalse();
    block.close();
    group.await();
    assertThat(group.tryGo(() -> {})).isTrue();
    group.await();
    group.setLimit(0);
    assertThat(group.tryGo(() -> {})).isFalse();
    group.await();
    group.setLimit(-1);
    assertThat(group.tryGo(() -> {})).isTrue();
    group.await();
  }

  @Test
  void go_limit_isNeverExceeded() throws Exception {
    ErrGroup group = new ErrGroup();
    group.setLimit(10);
    AtomicInteger active = new AtomicInteger();
    for (int i = 0; i < 1024; i++) {
      group.go(() -> {
        int n = active.incrementAndGet();
        Thread.yield();
        active.decrementAndGet();
        if (n > 10) {
          throw new IOException("saw " + n);
        }
      });
    }
    group.await();
  }

  @Test
  void go_limitReached_waitsForARoomAndIsInterruptible() throws Exception {
    ErrGroup group = new ErrGroup();
    group.setLimit(1);
    Chan<Integer> block = Chan.make();
    group.go(block::receive);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread starter = Parked.go(WaitReason.CHAN_SEND, () -> {
      try {
        group.go(() -> {});
      } catch (GoInterruptedException e) {
        thrown.set(e);
      }
    });
    starter.interrupt();
    starter.join();
    assertThat(thrown.get()).isNotNull();
    block.close();
    group.await();
  }

  @Test
  void setLimit_whileActive_panics() throws Exception {
    ErrGroup group = new ErrGroup();
    group.setLimit(3);
    Chan<Integer> block = Chan.make();
    group.go(block::receive);
    group.go(block::receive);
    assertThatThrownBy(() -> group.setLimit(1))
        .isInstanceOf(GoPanic.class)
        .hasMessage("errgroup: modify limit while 2 goroutines in the group are still active");
    block.close();
    group.await();
    group.setLimit(1);
  }

  @Test
  void go_searchesInParallel_resultsAreSeenAfterAwait() throws Exception {
    ErrGroup group = ErrGroup.withContext(Context.background());
    String[] kinds = {"web", "image", "video"};
    String[] results = new String[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      int n = i;
      group.go(() -> results[n] = kinds[n] + " result for golang");
    }
    group.await();
    assertThat(results)
        .containsExactly(
            "web result for golang", "image result for golang", "video result for golang");
  }

  @Test
  void go_bodyExitsItsGoroutine_isNoErrorAndLeavesRoom() throws Exception {
    ErrGroup group = new ErrGroup();
    group.setLimit(1);
    group.go(GoRuntime::goexit);
    group.go(() -> {});
    group.await();
  }
}
