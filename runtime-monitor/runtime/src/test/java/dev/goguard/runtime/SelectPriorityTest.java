package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Selects that prefer the first case, and those that do not wait or can be interrupted. */
@Guarded
class SelectPriorityTest {
  private static final int TURNS = 5_000;

  private final List<String> log = new ArrayList<>();
  private final Chan<Integer> a = Chan.make(1);
  private final Chan<Integer> b = Chan.make(1);

  @Test
  void prioritized_severalReady_choosesTheFirstAlways() {
    Chan<Integer> never = Chan.make();
    Chan<Integer> closed = Chan.make();
    closed.close();
    int[] chosen = new int[3];
    Select select = Select.prioritized(
        never.onReceive(x -> chosen[0]++),
        closed.onReceive(x -> chosen[1]++),
        closed.onReceive(x -> chosen[2]++));
    for (int i = 0; i < 1000; i++) {
      select.run();
    }
    assertThat(chosen).containsExactly(0, 1000, 0);
  }

  @Test
  void prioritizedLoop_severalReady_choosesTheFirstAlways() {
    SelectLoop loop = Select.prioritizedLoop();
    loop.receive(a);
    loop.receive(b);
    for (int i = 0; i < 100; i++) {
      a.send(i);
      b.trySend(i);
      assertThat(loop.select()).isZero();
    }
  }

  /** Whoever sees the second element can see the first, so the second must not be preferred. */
  @Test
  void prioritized_firstReadyBeforeSecond_neverPrefersTheSecond() {
    Chan<Integer> turns = Chan.make();
    Go.go(() -> {
      for (int i = 0; i < TURNS; i++) {
        a.send(i);
        b.send(i);
        turns.send(i);
      }
    });
    SelectLoop loop = Select.prioritizedLoop();
    loop.receive(a);
    loop.receive(b);
    for (int i = 0; i < TURNS; i++) {
      assertThat(loop.select()).as("turn %d", i).isZero();
      assertThat(loop.select()).isEqualTo(1);
      turns.receive();
    }
  }

  @Test
  void prioritized_noneReady_waitsForAny() throws Exception {
    Select select = Select.prioritized(
        a.onReceive(x -> log.add("a " + x)), b.onReceive(x -> log.add("b " + x)));
    Thread selecting = Parked.go(SELECT, select::run);
    b.send(1);
    selecting.join();
    assertThat(log).containsExactly("b 1");
  }

  @Test
  void tryRun_withAndWithoutReadyCase_tells() {
    Select select = Select.of(a.onReceive(x -> log.add("a " + x)));
    assertThat(select.tryRun()).isFalse();
    a.send(1);
    assertThat(select.tryRun()).isTrue();
    assertThat(select.orElse(() -> log.add("else")).tryRun()).isTrue();
    assertThat(log).containsExactly("a 1", "else");
  }

  @Test
  void runInterruptibly_interrupted_throwsCheckedAndClearsFlag() throws Exception {
    Select select =
        Select.of(a.onReceive(x -> log.add("a " + x)), Chan.nil().onReceive(x -> log.add("nil")));
    Thread selecting = Parked.go(SELECT, () -> {
      assertThatThrownBy(select::runInterruptibly).isInstanceOf(InterruptedException.class);
      log.add("flag " + Thread.currentThread().isInterrupted());
    });
    selecting.interrupt();
    selecting.join();
    a.send(1);
    select.runInterruptibly();
    Thread.currentThread().interrupt();
    assertThatThrownBy(select::runInterruptibly).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(log).containsExactly("flag false", "a 1");
  }
}
