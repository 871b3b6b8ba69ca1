package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE_NIL;
import static dev.goguard.runtime.internal.WaitReason.CHAN_SEND;
import static dev.goguard.runtime.internal.WaitReason.CHAN_SEND_NIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@Guarded
class ChanCloseTest {

  @Capacities
  void receive_closedAndEmpty_returnsAtOnce(int capacity) {
    Chan<Integer> ch = Chan.make(capacity);
    ch.close();
    assertThat(ch.receive()).isNull();
    assertThat(ch.receiveOk()).isEqualTo(new Received<>(null, false));
    assertThat(Drain.all(ch)).isEmpty();
  }

  @Test
  void receive_closedWithBufferedElements_drainsThemFirst() {
    Chan<Integer> ch = Chan.make(2);
    ch.send(1);
    ch.send(2);
    ch.close();
    assertThat(ch.receiveOk()).isEqualTo(new Received<>(1, true));
    assertThat(ch.receiveOk()).isEqualTo(new Received<>(2, true));
    assertThat(ch.receiveOk().ok()).isFalse();
  }

  @Capacities
  void close_receiversWaiting_allGetNothing(int capacity) throws Exception {
    Chan<Integer> ch = Chan.make(capacity);
    Queue<Received<Integer>> received = new ConcurrentLinkedQueue<>();
    List<Thread> receivers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      receivers.add(Parked.go(CHAN_RECEIVE, () -> received.add(ch.receiveOk())));
    }
    ch.close();
    for (Thread receiver : receivers) {
      receiver.join();
    }
    assertThat(received).hasSize(5).containsOnly(new Received<>(null, false));
  }

  @Capacities
  void close_sendersWaiting_allPanic(int capacity) throws Exception {
    Chan<Integer> ch = Chan.make(capacity);
    for (int i = 0; i < capacity; i++) {
      ch.send(i);
    }
    Queue<String> panics = new ConcurrentLinkedQueue<>();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      senders.add(Parked.go(CHAN_SEND, () -> panics.add(panicOf(() -> ch.send(-1)))));
    }
    ch.close();
    for (Thread sender : senders) {
      sender.join();
    }
    assertThat(panics).hasSize(5).containsOnly("send on closed channel");
    assertThat(Drain.all(ch)).as("what was in the buffer").hasSize(capacity).doesNotContain(-1);
  }

  @Capacities
  void send_closed_panics(int capacity) {
    Chan<Integer> ch = Chan.make(capacity);
    ch.close();
    assertThat(panicOf(() -> ch.send(1))).isEqualTo("send on closed channel");
    assertThat(panicOf(() -> ch.trySend(1))).isEqualTo("send on closed channel");
    assertThat(panicOf(() -> ch.sendInterruptibly(1))).isEqualTo("send on closed channel");
  }

  @Test
  void close_twice_panics() {
    Chan<Integer> ch = Chan.make();
    ch.close();
    assertThat(panicOf(ch::close)).isEqualTo("close of closed channel");
  }

  @Test
  void close_nil_panics() {
    assertThat(panicOf(() -> Chan.nil().close())).isEqualTo("close of nil channel");
  }

  @Test
  void sendAndReceive_nil_waitForEver() throws Exception {
    Chan<Integer> nil = Chan.nil();
    Thread sender = Parked.go(CHAN_SEND_NIL, () -> interrupted(() -> nil.send(1)));
    Thread receiver = Parked.go(CHAN_RECEIVE_NIL, () -> interrupted(nil::receive));
    sender.interrupt();
    receiver.interrupt();
    sender.join();
    receiver.join();
  }

  @Test
  void nil_nonBlockingOperations_neverReady() {
    Chan<Integer> nil = Chan.nil();
    assertThat(nil.trySend(1)).isFalse();
    assertThat(nil.tryReceive()).isNull();
    assertThat(nil.len()).isZero();
    assertThat(nil.cap()).isZero();
  }

  private static void interrupted(ThrowingCallable blocking) {
    assertThatThrownBy(blocking).isInstanceOf(GoInterruptedException.class);
  }

  private static String panicOf(GoBody body) {
    try {
      body.run();
    } catch (GoPanic panic) {
      return panic.getMessage();
    } catch (Exception e) {
      throw new AssertionError("not a panic", e);
    }
    throw new AssertionError("no panic");
  }
}
