package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.CHAN_SEND;
import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Guarded
class SelectTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final Chan<Integer> a = Chan.make();
  private final Chan<Integer> b = Chan.make();
  private final List<String> log = new ArrayList<>();

  @Test
  void run_oneReady_choosesIt() {
    Chan<Integer> ready = Chan.make(1);
    ready.send(1);
    Select.of(logReceive("a", a), logReceive("ready", ready)).run();
    assertThat(log).containsExactly("ready 1");
  }

  @Test
  void run_noneReady_waitsForReceive() throws Exception {
    Thread selecting = Parked.go(
        SELECT, () -> Select.of(logReceive("a", a), logReceive("b", b)).run());
    b.send(7);
    selecting.join();
    assertThat(log).containsExactly("b 7");
    assertThat(a.trySend(1)).as("the case that lost has left its queue").isFalse();
  }

  @Test
  void run_noneReady_waitsForSend() throws Exception {
    Select select = Select.of(logReceive("a", a), b.onSend(5, () -> log.add("sent")));
    Thread selecting = Parked.go(SELECT, select::run);
    assertThat(b.receive()).isEqualTo(5);
    selecting.join();
    assertThat(log).containsExactly("sent");
  }

  @Test
  void run_partnersWaiting_completesAndWakesThem() throws Exception {
    Thread sender = Parked.go(CHAN_SEND, () -> a.send(1));
    Select.of(logReceive("a", a), logReceive("b", b)).run();
    sender.join();
    Thread receiver = Parked.go(CHAN_RECEIVE, () -> log.add("received " + b.receive()));
    Select.of(logReceive("a", a), b.onSend(2, () -> {})).run();
    receiver.join();
    assertThat(log).containsExactly("a 1", "received 2");
  }

  @Test
  void run_orElse_chosenOnlyWhenNothingIsReady() {
    Chan<Integer> buffered = Chan.make(1);
    Select select = Select.of(logReceive("it", buffered)).orElse(() -> log.add("else"));
    select.run();
    buffered.send(1);
    select.run();
    assertThat(log).containsExactly("else", "it 1");
  }

  @Test
  void orElse_original_staysWithoutDefault() throws Exception {
    Select waiting = Select.of(logReceive("a", a), logReceive("nil", Chan.nil()));
    waiting.orElse(() -> log.add("else")).run();
    Thread selecting = Parked.go(SELECT, waiting::run);
    a.send(1);
    selecting.join();
    assertThat(log).containsExactly("else", "a 1");
  }

  @Test
  void run_oneCase_waitsAsThePlainOperation() throws Exception {
    Thread receiving = Parked.go(CHAN_RECEIVE, Select.of(logReceive("a", a))::run);
    Thread sending = Parked.go(CHAN_SEND, Select.of(b.onSend(2, () -> log.add("sent")))::run);
    a.send(1);
    receiving.join();
    assertThat(b.receive()).isEqualTo(2);
    sending.join();
    assertThat(log).containsExactly("a 1", "sent");
  }

  @Test
  void run_oneCaseOfAChannelThatIsClosedMeanwhile_panics() throws Exception {
    Chan<String> panics = Chan.make(1);
    Thread sending = Parked.go(CHAN_SEND, () -> {
      try {
        Select.of(b.onSend(2, () -> log.add("sent"))).run();
      } catch (GoPanic panic) {
        panics.send(panic.getMessage());
      }
    });
    b.close();
    assertThat(panics.receive()).isEqualTo("send on closed channel");
    sending.join();
    assertThat(log).isEmpty();
  }

  @Test
  void run_timeout_choosesTheEarliest() {
    Select.of(
            logReceive("a", a),
            Select.after(LONG, () -> log.add("late")),
            Select.after(Duration.ofMillis(1), () -> log.add("early")))
        .run();
    assertThat(log).containsExactly("early");
    assertThat(a.trySend(1)).as("the case that lost has left its queue").isFalse();
  }

  @Test
  void run_timeoutNotPositive_isReadyAtOnce() {
    Select.of(Select.after(Duration.ZERO, () -> log.add("zero")))
        .orElse(() -> log.add("else"))
        .run();
    Select.of(Select.after(Duration.ofSeconds(-1), () -> log.add("negative"))).run();
    assertThat(log).containsExactly("zero", "negative");
  }

  @Test
  void run_hugeTimeout_doesNotOverflow() throws Exception {
    Select select = Select.of(
        logReceive("a", a),
        Select.after(Duration.ofSeconds(Long.MAX_VALUE), () -> log.add("late")));
    Thread selecting = Parked.go(SELECT, select::run);
    a.send(1);
    selecting.join();
    assertThat(log).containsExactly("a 1");
  }

  @Test
  void run_nilChannelAndNullCase_neverReady() {
    Chan<Integer> nil = Chan.nil();
    Select.of(
            null,
            nil.onReceive(x -> log.add("received")),
            nil.onSend(1, () -> log.add("sent")),
            Select.after(Duration.ofMillis(1), () -> log.add("timeout")))
        .run();
    Select.of((Select.Case) null).orElse(() -> log.add("else")).run();
    assertThat(log).containsExactly("timeout", "else");
  }

  @Test
  void run_closedChannel_isReadyForReceive() {
    a.close();
    Select.of(a.onReceive(x -> log.add("plain " + x))).run();
    Select.of(a.onReceiveOk(r -> log.add("ok " + r.ok()))).run();
    assertThat(log).containsExactly("plain null", "ok false");
  }

  @Test
  void run_closedWhileWaiting_receivesNothing() throws Exception {
    Select select = Select.of(a.onReceiveOk(r -> log.add("ok " + r.ok())), logReceive("b", b));
    Thread selecting = Parked.go(SELECT, select::run);
    a.close();
    selecting.join();
    assertThat(log).containsExactly("ok false");
  }

  @Test
  void run_sendOnClosed_panics() {
    a.close();
    Select sends = Select.of(a.onSend(1, () -> {}), logReceive("b", b));
    assertThatThrownBy(sends::run).isInstanceOf(GoPanic.class).hasMessage("send on closed channel");
    assertThatThrownBy(sends.orElse(() -> {})::run).isInstanceOf(GoPanic.class);
  }

  @Test
  void run_closedWhileSending_panics() throws Exception {
    Select sends = Select.of(a.onSend(1, () -> {}), logReceive("b", b));
    Thread selecting = Parked.go(
        SELECT,
        () -> assertThatThrownBy(sends::run)
            .isInstanceOf(GoPanic.class)
            .satisfies(panic -> log.add(panic.getMessage())));
    a.close();
    selecting.join();
    assertThat(log).containsExactly("send on closed channel");
  }

  @Test
  void run_sameChannelTwice_receivesOnce() throws Exception {
    Select twice = Select.of(logReceive("one", a), logReceive("one", a));
    Thread selecting = Parked.go(SELECT, twice::run);
    a.send(1);
    selecting.join();
    assertThat(log).containsExactly("one 1");
    assertThat(a.trySend(2)).isFalse();
  }

  @Test
  void run_twoSelectsOfBothSides_neverMeetThemselves() throws Exception {
    Thread first = Parked.go(SELECT, () -> sendOrReceive(1).run());
    Thread second = GoStatement.start(() -> sendOrReceive(2).run());
    first.join();
    second.join();
    assertThat(log).hasSize(1).containsAnyOf("1 received 2", "2 received 1");
  }

  private Select sendOrReceive(int me) {
    return Select.of(
        a.onSend(me, () -> {}), a.onReceive(other -> log.add(me + " received " + other)));
  }

  @Test
  void run_actionThrows_propagatesAndOperationHasHappened() {
    Chan<Integer> buffered = Chan.make(1);
    buffered.send(1);
    Select throwing = Select.of(buffered.onReceive(x -> Go.panic("in action " + x)));
    assertThatThrownBy(throwing::run).isInstanceOf(GoPanic.class).hasMessage("in action 1");
    assertThat(buffered.trySend(2)).as("no lock is left behind").isTrue();
  }

  @Test
  void cases_nullAction_areRefusedBeforeAnythingHappens() {
    assertThatNullPointerException().isThrownBy(() -> a.onReceive(null));
    assertThatNullPointerException().isThrownBy(() -> a.onReceiveOk(null));
    assertThatNullPointerException().isThrownBy(() -> a.onSend(1, null));
    assertThatNullPointerException().isThrownBy(() -> Select.after(LONG, null));
    assertThatNullPointerException().isThrownBy(() -> Select.of().orElse(null));
  }

  @Test
  void run_casesChangedAfterwards_selectIsUnaffected() {
    Chan<Integer> buffered = Chan.make(1);
    buffered.send(1);
    Select.Case[] cases = {logReceive("it", buffered)};
    Select select = Select.of(cases);
    cases[0] = null;
    select.run();
    assertThat(log).containsExactly("it 1");
  }

  private Select.Case logReceive(String name, RecvChan<Integer> channel) {
    return channel.onReceive(x -> log.add(name + " " + x));
  }

  @Test
  void run_sendNull_isAnElement() {
    Chan<String> ch = Chan.make(1);
    Select send = Select.of(ch.onSend(null, () -> {})).orElse(() -> ch.close());
    send.run();
    assertThat(ch.receiveOk()).isEqualTo(new Received<>(null, true));
    ch.send(null);
    send.run();
    assertThat(ch.receiveOk()).isEqualTo(new Received<>(null, true));
    assertThat(ch.receiveOk())
        .as("closed by the default case")
        .isEqualTo(new Received<>(null, false));
  }
}
