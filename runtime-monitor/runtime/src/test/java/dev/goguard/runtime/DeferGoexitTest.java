package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Deferred functions of a goroutine that ends itself. */
@Guarded
class DeferGoexitTest {
  private final List<Object> log = new CopyOnWriteArrayList<>();

  private void inGoroutine(Defer.Body<RuntimeException> body) throws InterruptedException {
    Thread thread = GoStatement.start(() -> {
      try {
        Defer.run(body);
        log.add("went on");
      } catch (GoPanic panic) {
        log.add("crash: " + panic.getMessage());
      }
    });
    thread.join();
  }

  @Test
  void goexit_deferred_runWithNothingToRecover() throws Exception {
    inGoroutine(d -> {
      d.defer(() -> log.add(d.recover()));
      d.recover(panic -> log.add("handler"));
      GoRuntime.goexit();
    });
    assertThat(log).containsExactly((Object) null);
  }

  @Test
  void goexit_inADeferredFunctionWhilePanicking_abortsThePanic() throws Exception {
    inGoroutine(d -> {
      d.defer(() -> log.add(d.recover()));
      d.defer(GoRuntime::goexit);
      Go.panic("hello");
    });
    assertThat(log).containsExactly((Object) null);
  }

  @Test
  void goexit_panicInADeferredFunction_isAPanic() throws Exception {
    inGoroutine(d -> {
      d.defer(() -> Go.panic("hello"));
      GoRuntime.goexit();
    });
    assertThat(log).containsExactly("crash: hello");
  }

  @Test
  void goexit_panicInADeferredFunctionRecovered_goesOnExiting() throws Exception {
    inGoroutine(d -> {
      d.recover(panic -> log.add("recovered " + panic.getMessage()));
      d.defer(() -> Go.panic("hello"));
      GoRuntime.goexit();
    });
    assertThat(log).containsExactly("recovered hello");
  }

  @Test
  void goexit_panicRecoveredBefore_exits() throws Exception {
    inGoroutine(d -> {
      d.defer(GoRuntime::goexit);
      d.recover(panic -> log.add("recovered"));
      Go.panic("1");
    });
    assertThat(log).containsExactly("recovered");
  }
}
