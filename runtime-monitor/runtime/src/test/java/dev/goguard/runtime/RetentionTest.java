package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_SEND;
import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** A channel that lives on keeps nothing of operations that are over. */
@Guarded
class RetentionTest {
  private final Chan<Object> ch = Chan.make(1);
  private final Chan<Object> other = Chan.make();

  @Test
  void receive_element_isNotKeptByTheBuffer() {
    assertCollected(sendAndReceive());
    assertThat(ch.len()).isZero();
  }

  private WeakReference<Object> sendAndReceive() {
    ch.send(new Object());
    return new WeakReference<>(ch.receive());
  }

  @Test
  void select_losingSend_isNotKeptByItsChannel() throws Exception {
    assertCollected(loseSend());
    assertThat(other.tryReceive()).isNull();
  }

  private WeakReference<Object> loseSend() throws InterruptedException {
    Object element = new Object();
    Select select = Select.of(other.onSend(element, () -> {}), ch.onReceive(x -> {}));
    Thread selecting = Parked.go(SELECT, select::run);
    ch.send(1);
    selecting.join();
    return new WeakReference<>(element);
  }

  @Test
  void send_interrupted_isNotKeptByItsChannel() throws Exception {
    assertCollected(interruptSend());
    assertThat(other.tryReceive()).isNull();
  }

  private WeakReference<Object> interruptSend() throws InterruptedException {
    Object element = new Object();
    Thread sending = Parked.go(CHAN_SEND, () -> {
      try {
        other.send(element);
      } catch (GoInterruptedException e) {
        Thread.interrupted();
      }
    });
    sending.interrupt();
    sending.join();
    return new WeakReference<>(element);
  }

  private static void assertCollected(WeakReference<Object> element) {
    while (element.get() != null) {
      System.gc();
    }
  }

  @Test
  void clear_selectThatHadToWait_forgetsTheElement() throws Exception {
    SelectLoop loop = Select.loop();
    loop.receive(other);
    loop.receive(ch);
    assertCollected(selectAndClear(loop));
    assertThat(loop.trySelect()).isEqualTo(SelectLoop.NONE);
  }

  private WeakReference<Object> selectAndClear(SelectLoop loop) throws InterruptedException {
    Object element = new Object();
    Thread selecting = Parked.go(SELECT, loop::select);
    ch.send(element);
    selecting.join();
    loop.clear();
    return new WeakReference<>(element);
  }

  @Test
  void select_loopThatHasWaited_doesNotKeepItsGoroutine() throws Exception {
    SelectLoop loop = Select.loop();
    loop.receive(ch);
    loop.receive(other);
    assertCollected(waitIn(loop));
    ch.send(1);
    assertThat(loop.select()).isZero();
  }

  private WeakReference<Object> waitIn(SelectLoop loop) throws InterruptedException {
    Thread selecting = Parked.go(SELECT, loop::select);
    ch.send(1);
    selecting.join();
    return new WeakReference<>(selecting);
  }

  @Test
  void defer_frameThatHasEnded_doesNotKeepItsGoroutine() throws Exception {
    Defer[] frame = new Defer[1];
    assertCollected(deferIn(frame));
    assertThat(frame[0]).isNotNull();
  }

  private static WeakReference<Object> deferIn(Defer[] frame) throws InterruptedException {
    Thread deferring = GoStatement.start(() -> Defer.run(d -> frame[0] = d));
    deferring.join();
    return new WeakReference<>(deferring);
  }
}
