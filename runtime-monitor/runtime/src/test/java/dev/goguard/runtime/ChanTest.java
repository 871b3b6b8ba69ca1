package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.CHAN_SEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Guarded
class ChanTest {

  @Capacities
  void range_everythingSentThenClosed_yieldsAllInOrder(int capacity) {
    Chan<Integer> ch = Chan.make(capacity);
    Go.go(() -> {
      for (int i = 0; i < 100; i++) {
        ch.send(i);
      }
      ch.close();
    });
    assertThat(Drain.all(ch)).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Capacities
  void send_bufferFull_waitsForReceive(int capacity) throws Exception {
    Chan<Integer> ch = Chan.make(capacity);
    for (int i = 0; i < capacity; i++) {
      ch.send(i);
    }
    Thread sender = Parked.go(CHAN_SEND, () -> ch.send(capacity));
    assertThat(ch.len()).isEqualTo(capacity);
    for (int i = 0; i <= capacity; i++) {
      assertThat(ch.receive()).isEqualTo(i);
    }
    sender.join();
    assertThat(ch.len()).isZero();
  }

  @Capacities
  void receive_empty_waitsForSend(int capacity) throws Exception {
    Chan<String> ch = Chan.make(capacity);
    List<String> received = new ArrayList<>();
    Thread receiver = Parked.go(CHAN_RECEIVE, () -> received.add(ch.receive()));
    ch.send("a");
    receiver.join();
    assertThat(received).containsExactly("a");
    assertThat(ch.len()).as("handed over, not buffered").isZero();
  }

  @Capacities
  void receive_manyWaiting_servedFirstComeFirstServed(int capacity) throws Exception {
    Chan<Integer> ch = Chan.make(capacity);
    Integer[] received = new Integer[5];
    List<Thread> receivers = new ArrayList<>();
    for (int i = 0; i < received.length; i++) {
      int n = i;
      receivers.add(Parked.go(CHAN_RECEIVE, () -> received[n] = ch.receive()));
    }
    for (int i = 0; i < received.length; i++) {
      ch.send(i);
    }
    for (Thread receiver : receivers) {
      receiver.join();
    }
    assertThat(received).containsExactly(0, 1, 2, 3, 4);
  }

  @Capacities
  void send_manyWaiting_receivedInOrderOfArrival(int capacity) {
    Chan<Integer> ch = Chan.make(capacity);
    for (int i = 0; i < capacity; i++) {
      ch.send(i);
    }
    for (int i = capacity; i < capacity + 5; i++) {
      int n = i;
      Parked.go(CHAN_SEND, () -> ch.send(n));
    }
    for (int i = 0; i < capacity + 5; i++) {
      assertThat(ch.receive()).isEqualTo(i);
    }
  }

  @Capacities
  void send_null_isAnElement(int capacity) {
    Chan<String> ch = Chan.make(capacity);
    Go.go(() -> {
      ch.send(null);
      ch.close();
    });
    assertThat(ch.receiveOk()).isEqualTo(new Received<>(null, true));
    assertThat(ch.receiveOk()).isEqualTo(new Received<>(null, false));
  }

  @Capacities
  void trySend_untilFull_sendsCapacityElements(int capacity) {
    Chan<Integer> ch = Chan.make(capacity);
    int sent = 0;
    while (ch.trySend(sent)) {
      sent++;
    }
    assertThat(sent).isEqualTo(capacity);
    assertThat(ch.len()).isEqualTo(capacity);
    assertThat(ch.cap()).isEqualTo(capacity);
  }

  @Test
  void trySend_receiverWaiting_handsOver() throws Exception {
    Chan<Integer> ch = Chan.make();
    Thread receiver = Parked.go(CHAN_RECEIVE, ch::receive);
    assertThat(ch.trySend(1)).isTrue();
    receiver.join();
    assertThat(ch.trySend(2)).isFalse();
  }

  @Test
  void tryReceive_emptyElementClosed_tellsApart() {
    Chan<Integer> ch = Chan.make(1);
    assertThat(ch.tryReceive()).isNull();
    ch.send(7);
    assertThat(ch.tryReceive()).isEqualTo(new Received<>(7, true));
    ch.close();
    assertThat(ch.tryReceive()).isEqualTo(new Received<>(null, false));
  }

  @Test
  void tryReceive_senderWaiting_takesItsElement() throws Exception {
    Chan<Integer> ch = Chan.make();
    Thread sender = Parked.go(CHAN_SEND, () -> ch.send(7));
    assertThat(ch.tryReceive()).isEqualTo(new Received<>(7, true));
    sender.join();
  }

  @Test
  void ring_wrappedAround_keepsOrder() {
    Chan<Integer> ch = Chan.make(3);
    int next = 0;
    for (int i = 0; i < 20; i++) {
      ch.send(2 * i);
      ch.send(2 * i + 1);
      assertThat(ch.receive()).isEqualTo(next++);
      assertThat(ch.receive()).isEqualTo(next++);
    }
  }

  @Test
  void ring_afterHandOff_staysConsistent() throws Exception {
    Chan<Integer> ch = Chan.make(2);
    for (int i = 0; i < 5; i++) {
      Thread receiver = Parked.go(CHAN_RECEIVE, ch::receive);
      ch.send(-1);
      receiver.join();
      ch.send(2 * i);
      ch.send(2 * i + 1);
      assertThat(ch.receive()).isEqualTo(2 * i);
      assertThat(ch.receive()).isEqualTo(2 * i + 1);
    }
  }

  @Test
  void make_negativeCapacity_panics() {
    assertThatThrownBy(() -> Chan.make(-1))
        .isInstanceOf(GoPanic.class)
        .hasMessage("makechan: size out of range");
  }

  @Test
  void make_moreThanArraysHold_panics() {
    assertThatThrownBy(() -> Chan.make(Integer.MAX_VALUE))
        .isInstanceOf(GoPanic.class)
        .hasMessage("makechan: size out of range");
  }

  @Test
  void iterator_nextWithoutHasNextAtEnd_throws() {
    Chan<Integer> ch = Chan.make(1);
    ch.send(1);
    ch.close();
    Iterator<Integer> all = ch.iterator();
    assertThat(all.next()).isEqualTo(1);
    assertThatThrownBy(all::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void toString_anyState_showsLengthAndCapacity() {
    Chan<Integer> ch = Chan.make(2);
    ch.send(1);
    assertThat(ch).hasToString("chan(len=1, cap=2)");
    assertThat(Chan.nil()).hasToString("chan(nil)");
  }

  @Test
  void sieve_chainOfFilters_yieldsPrimes() {
    Chan<Integer> primes = Chan.make();
    Go.go(() -> {
      RecvChan<Integer> numbers = from(2);
      while (true) {
        int prime = numbers.receive();
        primes.send(prime);
        numbers = withoutMultiples(numbers, prime);
      }
    });
    List<Integer> first = IntStream.range(0, 10).mapToObj(i -> primes.receive()).toList();
    assertThat(first).containsExactly(2, 3, 5, 7, 11, 13, 17, 19, 23, 29);
  }

  private static RecvChan<Integer> from(int start) {
    Chan<Integer> out = Chan.make();
    Go.go(() -> {
      for (int i = start; ; i++) {
        out.send(i);
      }
    });
    return out;
  }

  private static RecvChan<Integer> withoutMultiples(RecvChan<Integer> in, int prime) {
    Chan<Integer> out = Chan.make();
    Go.go(() -> {
      for (int i : in) {
        if (i % prime != 0) {
          out.send(i);
        }
      }
    });
    return out;
  }
}
