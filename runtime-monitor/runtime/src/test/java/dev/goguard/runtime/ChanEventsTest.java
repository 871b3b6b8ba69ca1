package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.CHAN_SEND;
import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.HappensBefore;
import dev.goguard.runtime.internal.HappensBefore.Point;
import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.WaitReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edges of the Go memory model, section "Channel communication": all of them and no other. */
@Guarded
class ChanEventsTest {
  private final HappensBefore order = new HappensBefore();
  private final Chan<Integer> ch = Chan.make();

  // written by a goroutine that has ended when they are read
  private Point before;
  private Point after;

  @BeforeEach
  void observe() {
    SyncEvents.observe(order);
  }

  @AfterEach
  void stopObserving() {
    SyncEvents.observe(null);
  }

  /** Runs an operation between two points of a goroutine that is parked first. */
  private Thread parked(WaitReason reason, Runnable operation) {
    return Parked.go(reason, () -> surround(operation));
  }

  private void surround(Runnable operation) {
    before = order.point();
    operation.run();
    after = order.point();
  }

  @Test
  void unbuffered_receiverParked_bothSidesAreOrdered() throws Exception {
    final Thread receiver = parked(CHAN_RECEIVE, ch::receive);
    final Point send = order.point();
    ch.send(1);
    final Point sent = order.point();
    receiver.join();
    assertThat(send.isBefore(after)).as("send before receive completes").isTrue();
    assertThat(before.isBefore(sent)).as("receive before send completes").isTrue();
    assertThat(sent.isBefore(after)).as("after the send").isFalse();
  }

  @Test
  void unbuffered_senderParked_bothSidesAreOrdered() throws Exception {
    final Thread sender = parked(CHAN_SEND, () -> ch.send(1));
    final Point receive = order.point();
    ch.receive();
    final Point received = order.point();
    sender.join();
    assertThat(before.isBefore(received)).as("send before receive completes").isTrue();
    assertThat(receive.isBefore(after)).as("receive before send completes").isTrue();
    assertThat(received.isBefore(after)).as("after the receive").isFalse();
  }

  @Test
  void unbuffered_otherPairs_areNotOrdered() throws Exception {
    final Thread first = parked(CHAN_RECEIVE, ch::receive);
    ch.send(1);
    first.join();
    final Point afterFirst = after;
    Thread second = parked(CHAN_RECEIVE, ch::receive);
    GoStatement.start(() -> ch.send(2)).join();
    second.join();
    assertThat(afterFirst.isBefore(after)).isFalse();
  }

  @Test
  void buffered_transfer_ordersSendBeforeReceiveOnly() throws Exception {
    Chan<Integer> buffered = Chan.make(1);
    GoStatement.start(() -> surround(() -> buffered.send(1))).join();
    final Point receive = order.point();
    buffered.receive();
    assertThat(before.isBefore(order.point())).isTrue();
    assertThat(after.isBefore(order.point())).isFalse();
    assertThat(receive.isBefore(after)).isFalse();
  }

  @Test
  void buffered_kthReceive_isBeforeTheSendOneCapacityLater() throws Exception {
    Chan<Integer> buffered = Chan.make(2);
    buffered.send(0);
    buffered.send(1);
    final Thread sender = parked(CHAN_SEND, () -> buffered.send(2));
    final Point first = order.point();
    buffered.receive();
    final Point second = order.point();
    buffered.receive();
    sender.join();
    assertThat(first.isBefore(after)).as("receive 0 before send 2").isTrue();
    assertThat(second.isBefore(after)).as("receive 1 before send 2").isFalse();
    buffered.receive();
    assertThat(before.isBefore(order.point())).as("send 2 before receive 2").isTrue();
  }

  @Test
  void buffered_handOffToParked_countsAsThroughTheBuffer() throws Exception {
    Chan<Integer> buffered = Chan.make(2);
    final Thread receiver = parked(CHAN_RECEIVE, buffered::receive);
    final Point receive = before;
    final Point send = order.point();
    buffered.send(0);
    receiver.join();
    assertThat(send.isBefore(after)).as("send 0 before receive 0").isTrue();
    buffered.send(1);
    assertThat(receive.isBefore(order.point())).as("receive 0 before send 1").isFalse();
    buffered.send(2);
    assertThat(receive.isBefore(order.point())).as("receive 0 before send 2").isTrue();
  }

  @Test
  void close_receiverAfterOrParked_isOrdered() throws Exception {
    final Thread receiver = parked(CHAN_RECEIVE, ch::receive);
    final Point close = order.point();
    ch.close();
    receiver.join();
    assertThat(close.isBefore(after)).as("parked receiver").isTrue();
    GoStatement.start(() -> surround(ch::receive)).join();
    assertThat(close.isBefore(after)).as("later receiver").isTrue();
  }

  @Test
  void select_parkedOnBothSides_isOrderedLikeThePlainOperation() throws Exception {
    Chan<Integer> other = Chan.make();
    Select select = Select.of(ch.onReceive(x -> {}), other.onSend(1, () -> {}));
    Thread receiving = parked(SELECT, select::run);
    final Point send = order.point();
    ch.send(1);
    receiving.join();
    assertThat(send.isBefore(after)).isTrue();
    assertThat(before.isBefore(order.point())).isTrue();
    Thread sending = parked(SELECT, select::run);
    final Point receive = order.point();
    other.receive();
    sending.join();
    assertThat(receive.isBefore(after)).isTrue();
    assertThat(before.isBefore(order.point())).isTrue();
  }

  @Test
  void select_closedWhileParked_isOrdered() throws Exception {
    Select select = Select.of(ch.onReceive(x -> {}), Chan.<Integer>make().onReceive(x -> {}));
    Thread selecting = parked(SELECT, select::run);
    final Point close = order.point();
    ch.close();
    selecting.join();
    assertThat(close.isBefore(after)).isTrue();
  }
}
