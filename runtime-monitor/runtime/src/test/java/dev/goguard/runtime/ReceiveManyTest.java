package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.CHAN_SEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Guarded
class ReceiveManyTest {
  private final List<Integer> into = new ArrayList<>();

  @Test
  void receiveMany_someBuffered_takesUpToMaxInOrder() {
    Chan<Integer> ch = Chan.make(5);
    for (int i = 0; i < 5; i++) {
      ch.send(i);
    }
    assertThat(ch.receiveMany(into, 3)).isEqualTo(3);
    assertThat(ch.receiveMany(into, 3)).isEqualTo(2);
    assertThat(into).containsExactly(0, 1, 2, 3, 4);
  }

  @Capacities
  void receiveMany_sendersWaiting_takesTheirsToo(int capacity) throws Exception {
    Chan<Integer> ch = Chan.make(capacity);
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < capacity; i++) {
      ch.send(i);
    }
    for (int i = 0; i < 5; i++) {
      int n = capacity + i;
      senders.add(Parked.go(CHAN_SEND, () -> ch.send(n)));
    }
    assertThat(ch.receiveMany(into, 1000)).isEqualTo(capacity + 5);
    assertThat(into).isEqualTo(IntStream.range(0, capacity + 5).boxed().toList());
    for (Thread sender : senders) {
      sender.join();
    }
  }

  @Capacities
  void receiveMany_empty_waitsForTheFirst(int capacity) throws Exception {
    Chan<Integer> ch = Chan.make(capacity);
    Thread receiver = Parked.go(CHAN_RECEIVE, () -> ch.receiveMany(into, 10));
    ch.send(7);
    receiver.join();
    assertThat(into).containsExactly(7);
  }

  @Test
  void receiveMany_moreThanOneChunk_takesAll() {
    Chan<Integer> ch = Chan.make(1000);
    for (int i = 0; i < 1000; i++) {
      ch.send(i);
    }
    assertThat(ch.receiveMany(into, 999)).isEqualTo(999);
    assertThat(ch.len()).isEqualTo(1);
    assertThat(into).isEqualTo(IntStream.range(0, 999).boxed().toList());
  }

  @Test
  void receiveMany_closed_drainsAndThenReturnsZero() {
    Chan<Integer> ch = Chan.make(2);
    ch.send(1);
    ch.send(null);
    ch.close();
    assertThat(ch.receiveMany(into, 10)).isEqualTo(2);
    assertThat(ch.receiveMany(into, 10)).isZero();
    assertThat(into).containsExactly(1, null);
  }

  @Test
  void receiveMany_closedWhileWaiting_returnsZero() throws Exception {
    Chan<Integer> ch = Chan.make();
    Chan<Integer> count = Chan.make(1);
    Thread receiver = Parked.go(CHAN_RECEIVE, () -> count.send(ch.receiveMany(into, 10)));
    ch.close();
    receiver.join();
    assertThat(count.receive()).isZero();
  }

  @Test
  void drainTo_anyState_neverWaits() {
    Chan<Integer> ch = Chan.make(2);
    assertThat(ch.drainTo(into, 10)).isZero();
    ch.send(1);
    ch.send(2);
    assertThat(ch.drainTo(into, 1)).isEqualTo(1);
    ch.close();
    assertThat(ch.drainTo(into, 10)).isEqualTo(1);
    assertThat(ch.drainTo(into, 10)).isZero();
    assertThat(Chan.<Integer>nil().drainTo(into, 10)).isZero();
    assertThat(into).containsExactly(1, 2);
  }

  @Test
  void batches_maxNotPositive_areRefused() {
    Chan<Integer> ch = Chan.make();
    assertThatThrownBy(() -> ch.receiveMany(into, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("max must be positive: 0");
    assertThatThrownBy(() -> ch.drainTo(into, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void receiveMany_collectionRefuses_channelStaysUsable() {
    Chan<Integer> ch = Chan.make(2);
    ch.send(null);
    assertThatThrownBy(() -> ch.receiveMany(new java.util.ArrayDeque<>(), 1))
        .isInstanceOf(NullPointerException.class);
    ch.send(1);
    assertThat(ch.receive()).isEqualTo(1);
  }

  @Test
  void receiveManyInterruptibly_interrupted_throwsCheckedAndReceivesNothing() throws Exception {
    Chan<Integer> ch = Chan.make();
    Thread receiver = Parked.go(
        CHAN_RECEIVE,
        () -> assertThatThrownBy(() -> ch.receiveManyInterruptibly(into, 10))
            .isInstanceOf(InterruptedException.class));
    receiver.interrupt();
    receiver.join();
    assertThat(ch.trySend(1)).isFalse();
    assertThat(into).isEmpty();
  }

  @Capacities
  void forEach_untilClosed_seesAllInOrder(int capacity) {
    Chan<Integer> ch = Chan.make(capacity);
    Go.go(() -> {
      for (int i = 0; i < 100; i++) {
        ch.send(i);
      }
      ch.close();
    });
    ch.forEach(into::add);
    assertThat(into).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }
}
