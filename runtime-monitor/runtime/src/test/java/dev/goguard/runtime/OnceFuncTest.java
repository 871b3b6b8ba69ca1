package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.goguard.runtime.internal.Guarded;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Of {@link OnceFunc} and {@link OnceValue}. */
@Guarded
class OnceFuncTest {
  private int calls;

  @Test
  void run_often_runsTheActionOnce() {
    OnceFunc f = OnceFunc.of(() -> calls++);
    for (int i = 0; i < 10; i++) {
      f.run();
    }
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void get_often_returnsTheFirstValue() {
    OnceValue<Integer> f = OnceValue.of(() -> ++calls);
    assertThat(f.get()).isEqualTo(1);
    assertThat(f.get()).isEqualTo(1);
  }

  @Test
  void get_null_isAValue() {
    OnceValue<Object> f = OnceValue.of(() -> {
      calls++;
      return null;
    });
    assertThat(f.get()).isNull();
    assertThat(f.get()).isNull();
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void get_severalValues_areARecord() {
    record Pair(int first, int second) {}

    OnceValue<Pair> f = OnceValue.of(() -> new Pair(++calls, calls + 1));
    f.get();
    assertThat(f.get()).isEqualTo(new Pair(1, 2));
  }

  @Test
  void get_manyGoroutines_allGetTheSame() {
    OnceValue<Object> f = OnceValue.of(Object::new);
    Chan<Object> seen = Chan.make(20);
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 20; i++) {
      wg.go(() -> seen.send(f.get()));
    }
    wg.await();
    seen.close();
    assertThat(Drain.all(seen)).hasSize(20).containsOnly(f.get());
  }

  @Test
  void run_panics_panicsWithTheSameInEveryCall() {
    assertPanicsTwice("x", OnceFunc.of(() -> panic("x"))::run);
  }

  @Test
  void get_panics_panicsWithTheSameInEveryCall() {
    assertPanicsTwice("x", OnceValue.of(() -> panic("x"))::get);
  }

  @Test
  void run_panicsWithNil_panicsInEveryCall() {
    assertPanicsTwice(null, OnceFunc.of(() -> panic(null))::run);
  }

  private int panic(Object value) {
    calls++;
    throw Go.panic(value);
  }

  private void assertPanicsTwice(Object value, ThrowingCallable f) {
    List<Throwable> panics = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(f).isInstanceOf(GoPanic.class).satisfies(panics::add);
    }
    assertThat(panics).extracting(p -> ((GoPanic) p).value()).containsExactly(value, value);
    assertThat(panics.get(0)).isSameAs(panics.get(1));
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void get_throwsAnError_throwsItInEveryCall() {
    Error error = new AssertionError("bug");
    OnceValue<Object> f = OnceValue.of(() -> {
      throw error;
    });
    assertThatThrownBy(f::get).isSameAs(error);
    assertThatThrownBy(f::get).isSameAs(error);
  }

  @Test
  void run_exitsItsGoroutine_isNotRunAgainAndPanicsWithNilInEveryCall() throws Exception {
    OnceFunc f = OnceFunc.of(() -> {
      calls++;
      GoRuntime.goexit();
    });
    Chan<Object> thrown = Chan.make(2);
    for (int i = 0; i < 2; i++) {
      GoStatement.start(() -> thrown.send(catchThrowable(f::run))).join();
    }
    for (int i = 0; i < 2; i++) {
      assertThat(thrown.receive()).isInstanceOfSatisfying(GoPanic.class, panic -> {
        assertThat(panic).hasMessage("panic called with nil argument");
        assertThat(panic.value()).isNull();
      });
    }
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void run_panics_keepsTheStackOfTheAction() {
    OnceFunc f = OnceFunc.of(this::whereItPanics);
    assertThatThrownBy(f::run)
        .satisfies(p -> assertThat(p.getStackTrace())
            .extracting(StackTraceElement::getMethodName)
            .contains("whereItPanics"));
  }

  private void whereItPanics() {
    throw Go.panic("x");
  }

  @Test
  void get_done_letsGoOfTheSupplier() {
    assertLetsGo(() -> new Object());
    assertLetsGo(() -> {
      throw Go.panic("x");
    });
  }

  private static void assertLetsGo(Supplier<Object> result) {
    byte[] held = new byte[1024];
    WeakReference<byte[]> reference = new WeakReference<>(held);
    OnceValue<Object> f = holding(held, result);
    held = null;
    System.gc();
    assertThat(reference.get()).as("held before the first call").isNotNull();
    try {
      f.get();
    } catch (GoPanic expected) {
      assertThat(expected).hasMessage("x");
    }
    while (reference.get() != null) {
      System.gc();
    }
    assertThat(f).isNotNull();
  }

  private static OnceValue<Object> holding(byte[] buffer, Supplier<Object> result) {
    return OnceValue.of(() -> {
      buffer[0] = 1;
      return result.get();
    });
  }
}
