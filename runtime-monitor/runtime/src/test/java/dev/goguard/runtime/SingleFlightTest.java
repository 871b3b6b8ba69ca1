package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.WAIT_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.SingleFlight.Result;
import dev.goguard.runtime.internal.Guarded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@Guarded
class SingleFlightTest {
  private final SingleFlight<String, Object> group = new SingleFlight<>();
  private final Chan<Object> block = Chan.make();
  private final AtomicInteger calls = new AtomicInteger();

  private Object blocked() {
    calls.incrementAndGet();
    return block.receive();
  }

  @Test
  void call_alone_returnsTheValue() throws Exception {
    Result<Object> result = group.call("key", () -> "bar");
    assertThat(result).isEqualTo(new Result<>("bar", null, false));
    assertThat(result.get()).isEqualTo("bar");
  }

  @Test
  void call_fails_returnsTheError() {
    IOException error = new IOException("some error");
    Result<Object> result = group.call("key", () -> {
      throw error;
    });
    assertThat(result.value()).isNull();
    assertThat(result.error()).isSameAs(error);
    assertThatThrownBy(result::get).isSameAs(error);
  }

  @Test
  void call_whileAnotherIsUnderWay_sharesItsResult() throws Exception {
    List<Result<Object>> results = new CopyOnWriteArrayList<>();
    List<Thread> threads = callers(5, () -> results.add(group.call("key", this::blocked)));
    block.send("bar");
    join(threads);
    assertThat(results).hasSize(5).containsOnly(new Result<>("bar", null, true));
    assertThat(calls).hasValue(1);
    assertThat(group.call("key", () -> "next").get()).isEqualTo("next");
  }

  /** The first one calls; the others wait for it. */
  private static List<Thread> callers(int count, GoBody call) {
    List<Thread> threads = new ArrayList<>();
    threads.add(Parked.go(CHAN_RECEIVE, call));
    for (int i = 1; i < count; i++) {
      threads.add(Parked.go(WAIT_GROUP, call));
    }
    return threads;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void call_otherKey_isCalledMeanwhile() throws Exception {
    Thread first = Parked.go(CHAN_RECEIVE, () -> group.call("key", this::blocked));
    assertThat(group.call("other", () -> 1).get()).isEqualTo(1);
    block.close();
    first.join();
  }

  @Test
  void forget_callUnderWay_nextCallIsMadeAndSharedByTheThird() throws Exception {
    Thread first = Parked.go(CHAN_RECEIVE, () -> group.call("key", this::blocked));
    group.forget("key");
    Chan<Object> second = Chan.make();
    final RecvChan<Result<Object>> secondResult = group.callChan("key", second::receive);
    block.send("first");
    first.join();
    final RecvChan<Result<Object>> thirdResult = group.callChan("key", () -> 3);
    second.send(2);
    assertThat(secondResult.receive()).isEqualTo(new Result<>(2, null, true));
    assertThat(thirdResult.receive()).isEqualTo(new Result<>(2, null, true));
  }

  @Test
  void callChan_alone_deliversTheResult() {
    RecvChan<Result<Object>> channel = group.callChan("key", () -> "bar");
    assertThat(channel.receive()).isEqualTo(new Result<>("bar", null, false));
  }

  @Test
  void callChan_duplicate_sharesTheResultOfTheFirst() {
    RecvChan<Result<Object>> one = group.callChan("key", this::blocked);
    RecvChan<Result<Object>> two = group.callChan("key", () -> "func 2");
    block.send("func 1");
    assertThat(one.receive()).isEqualTo(new Result<>("func 1", null, true));
    assertThat(two.receive()).isEqualTo(new Result<>("func 1", null, true));
  }

  @Test
  void call_panics_panicsInEveryCaller() throws Exception {
    assertThrownInEveryCaller(new GoPanic("nil pointer dereference"));
  }

  @Test
  void call_throwsAnError_throwsItInEveryCaller() throws Exception {
    assertThrownInEveryCaller(new AssertionError("bug"));
  }

  @Test
  void call_exitsItsGoroutine_endsEveryCaller() throws Exception {
    List<Object> wentOn = new CopyOnWriteArrayList<>();
    AtomicInteger ended = new AtomicInteger();
    List<Thread> threads = callers(5, () -> {
      try {
        wentOn.add(group.call("key", () -> {
          blocked();
          GoRuntime.goexit();
          return null;
        }));
      } finally {
        ended.incrementAndGet();
      }
    });
    block.close();
    join(threads);
    assertThat(wentOn).isEmpty();
    assertThat(ended).hasValue(5);
    assertThat(calls).hasValue(1);
  }

  @Test
  void callChan_exitsItsGoroutine_closesTheChannel() {
    RecvChan<Result<Object>> channel = group.callChan("key", () -> {
      GoRuntime.goexit();
      return null;
    });
    assertThat(channel.receive()).isNull();
  }

  private void assertThrownInEveryCaller(Throwable panic) throws Exception {
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    Callable<Object> panicking = () -> {
      blocked();
      if (panic instanceof Error e) {
        throw e;
      }
      throw (GoPanic) panic;
    };
    List<Thread> threads = callers(5, () -> {
      try {
        group.call("key", panicking);
      } catch (GoPanic | AssertionError e) {
        thrown.add(e);
      }
    });
    block.close();
    join(threads);
    assertThat(thrown).hasSize(5).containsOnly(panic);
    assertThat(calls).hasValue(1);
    assertThat(group.call("key", () -> "next").get()).isEqualTo("next");
  }

  @Test
  void call_panicsWithAnException_hasItAsCause() {
    IOException cause = new IOException("wrapped");
    assertThatThrownBy(() -> group.call("key", () -> {
          throw Go.panic(cause);
        }))
        .isInstanceOf(GoPanic.class)
        .hasCause(cause);
  }

  @Test
  void callChan_panics_closesTheChannels() {
    RecvChan<Result<Object>> one = group.callChan("key", () -> {
      blocked();
      Thread.currentThread().setUncaughtExceptionHandler((t, e) -> {});
      throw Go.panic("bug");
    });
    final RecvChan<Result<Object>> two = group.callChan("key", () -> "not called");
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Chan<Throwable> uncaught = Chan.make(1);
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.trySend(e));
    try {
      block.close();
      assertThat(one.receive()).isNull();
      assertThat(two.receive()).isNull();
      assertThat(uncaught.receive()).hasMessage("bug");
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void call_interruptedWhileAnotherCalls_throwsAndTheCallGoesOn() throws Exception {
    List<Object> seen = new CopyOnWriteArrayList<>();
    final Thread first =
        Parked.go(CHAN_RECEIVE, () -> seen.add(group.call("key", this::blocked).get()));
    Thread second = Parked.go(WAIT_GROUP, () -> {
      try {
        group.call("key", this::blocked);
      } catch (GoInterruptedException e) {
        seen.add(e.getClass());
      }
    });
    second.interrupt();
    second.join();
    block.send("bar");
    first.join();
    assertThat(seen).containsExactly(GoInterruptedException.class, "bar");
  }
}
