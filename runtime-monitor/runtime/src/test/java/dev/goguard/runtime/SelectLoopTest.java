package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static dev.goguard.runtime.internal.WaitReason.SELECT_NO_CASES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Guarded
class SelectLoopTest {
  private final Chan<Integer> a = Chan.make(1);
  private final Chan<Integer> b = Chan.make(1);
  private final SelectLoop loop = Select.loop();

  @Test
  void select_oneReady_returnsItsNumberAndElement() {
    LoopCase.Receive<Integer> first = loop.receive(a);
    LoopCase.Receive<Integer> second = loop.receive(b);
    b.send(7);
    assertThat(loop.select()).isEqualTo(1).isEqualTo(second.index());
    assertThat(second.value()).isEqualTo(7);
    assertThat(second.ok()).isTrue();
    assertThatThrownBy(first::value)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("case 0 is not the one chosen last");
  }

  @Test
  void select_closed_isReadyWithoutElement() {
    LoopCase.Receive<Integer> it = loop.receive(a);
    a.close();
    assertThat(loop.select()).isEqualTo(it.index());
    assertThat(it.ok()).isFalse();
    assertThat(it.value()).isNull();
  }

  @Test
  void select_valueSetBetweenRuns_sendsTheLatest() {
    LoopCase.Send<Integer> out = loop.send(a);
    for (int i = 0; i < 3; i++) {
      out.set(i);
      assertThat(loop.select()).isEqualTo(out.index());
      assertThat(a.receive()).isEqualTo(i);
    }
  }

  @Test
  void trySelect_caseDisabled_isNotReadyUntilEnabled() {
    LoopCase.Send<Integer> out = loop.send(a).set(1).enable(false);
    assertThat(loop.trySelect()).isEqualTo(SelectLoop.NONE);
    out.enable(true);
    assertThat(loop.trySelect()).isEqualTo(out.index());
    assertThat(a.receive()).isEqualTo(1);
  }

  @Test
  void trySelect_channelReplaced_usesTheNewOne() {
    LoopCase.Receive<Integer> in = loop.receive(a);
    a.send(1);
    b.send(2);
    in.from(Chan.nil());
    assertThat(loop.trySelect()).isEqualTo(SelectLoop.NONE);
    in.from(null);
    assertThat(loop.trySelect()).isEqualTo(SelectLoop.NONE);
    in.from(b);
    assertThat(loop.trySelect()).isZero();
    assertThat(in.value()).isEqualTo(2);
    LoopCase.Send<Integer> out = loop.<Integer>send(null).set(3);
    in.enable(false);
    assertThat(loop.trySelect()).isEqualTo(SelectLoop.NONE);
    out.to(b);
    assertThat(loop.trySelect()).isEqualTo(out.index());
    assertThat(b.receive()).isEqualTo(3);
  }

  @Test
  void select_parkedAgainAndAgain_leavesAllQueuesEachTime() throws Exception {
    Chan<Integer> in = Chan.make();
    Chan<Integer> out = Chan.make();
    List<Object> log = new ArrayList<>();
    LoopCase.Receive<Integer> receive = loop.receive(in);
    LoopCase.Send<Integer> send = loop.send(out);
    Thread selecting = Parked.go(SELECT, () -> {
      for (int i = 0; i < 20; i++) {
        send.set(i);
        log.add(loop.select() == 0 ? receive.value() : "sent " + i);
      }
    });
    List<Object> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Parked.await(selecting, SELECT);
      if (i % 3 == 0) {
        in.send(-i);
        expected.add(-i);
      } else {
        assertThat(out.receive()).isEqualTo(i);
        expected.add("sent " + i);
      }
    }
    selecting.join();
    assertThat(log).isEqualTo(expected);
    assertThat(in.trySend(1)).isFalse();
    assertThat(out.tryReceive()).isNull();
  }

  @Test
  void select_twoGoroutinesOneAfterTheOther_bothWait() throws Exception {
    Chan<Integer> in = Chan.make();
    LoopCase.Receive<Integer> receive = loop.receive(in);
    loop.receive(b);
    for (int i = 0; i < 2; i++) {
      Thread selecting = Parked.go(SELECT, loop::select);
      in.send(i);
      selecting.join();
      assertThat(receive.value()).isEqualTo(i);
    }
  }

  @Test
  void select_timeout_isChosenAndSetAnew() {
    loop.receive(a);
    LoopCase.Timeout late = loop.after(Duration.ofMillis(1));
    assertThat(loop.select()).isEqualTo(late.index());
    late.set(Duration.ofSeconds(-1));
    assertThat(loop.trySelect()).isEqualTo(late.index());
    late.enable(false);
    assertThat(loop.trySelect()).isEqualTo(SelectLoop.NONE);
    assertThat(a.trySend(1)).isTrue();
    assertThat(a.len()).as("the case that lost has left its queue").isEqualTo(1);
  }

  @Test
  void select_sendOnClosed_panicsAndLoopGoesOn() {
    LoopCase.Send<Integer> out = loop.send(a).set(1);
    a.close();
    assertThatThrownBy(loop::select)
        .isInstanceOf(GoPanic.class)
        .hasMessage("send on closed channel");
    out.to(b);
    assertThat(loop.select()).isEqualTo(out.index());
  }

  @Test
  void select_manyCases_growsAndKeepsNumbers() {
    List<Chan<Integer>> channels = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      channels.add(Chan.make(1));
      assertThat(loop.receive(channels.get(i)).index()).isEqualTo(i);
    }
    for (int i = 0; i < 100; i += 7) {
      channels.get(i).send(i);
      assertThat(loop.trySelect()).isEqualTo(i);
    }
  }

  @Test
  void select_noCases_waitsForEver() throws Exception {
    Thread selecting = Parked.go(
        SELECT_NO_CASES,
        () -> assertThatThrownBy(loop::select).isInstanceOf(GoInterruptedException.class));
    selecting.interrupt();
    selecting.join();
  }

  @Test
  void selectInterruptibly_interrupted_throwsCheckedAndLoopGoesOn() throws Exception {
    LoopCase.Receive<Integer> in = loop.receive(a);
    loop.receive(Chan.<Integer>nil());
    Thread selecting = Parked.go(SELECT, () -> {
      assertThatThrownBy(loop::selectInterruptibly).isInstanceOf(InterruptedException.class);
      b.send(-1);
      b.send(loop.select());
    });
    selecting.interrupt();
    assertThat(b.receive()).isEqualTo(-1);
    a.send(7);
    assertThat(b.receive()).isEqualTo(in.index());
    selecting.join();
    assertThat(in.value()).isEqualTo(7);
  }

  @Test
  void selectInterruptibly_interruptedOnEntry_throwsThoughReady() {
    loop.receive(a);
    a.send(1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(loop::selectInterruptibly).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(a.len()).isEqualTo(1);
  }

  @Test
  void clear_afterRun_forgetsTheElement() {
    LoopCase.Receive<Integer> in = loop.receive(a);
    a.send(1);
    loop.select();
    loop.clear();
    assertThatThrownBy(in::value).isInstanceOf(IllegalStateException.class);
  }
}
