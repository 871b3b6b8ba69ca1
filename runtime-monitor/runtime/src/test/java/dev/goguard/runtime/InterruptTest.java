package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.CHAN_SEND;
import static dev.goguard.runtime.internal.WaitReason.MUTEX;
import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static dev.goguard.runtime.internal.WaitReason.SELECT_NO_CASES;
import static dev.goguard.runtime.internal.WaitReason.WAIT_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.WaitReason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Guarded
class InterruptTest {
  private final Chan<Integer> ch = Chan.make();

  @AfterEach
  void clearFlag() {
    Thread.interrupted();
  }

  @Test
  void send_interrupted_throwsAndSendsNothing() throws Exception {
    assertInterruptible(CHAN_SEND, () -> ch.send(1));
    assertThat(ch.tryReceive()).isNull();
  }

  @Test
  void receive_interrupted_throwsAndReceivesNothing() throws Exception {
    assertInterruptible(CHAN_RECEIVE, ch::receive);
    assertThat(ch.trySend(1)).isFalse();
  }

  @Test
  void receive_interruptedAmongOthers_leavesThemInOrder() throws Exception {
    Chan<Integer> results = Chan.make(2);
    Thread before = Parked.go(CHAN_RECEIVE, () -> results.send(ch.receive()));
    assertInterruptible(CHAN_RECEIVE, ch::receive);
    final Thread after = Parked.go(CHAN_RECEIVE, () -> results.send(ch.receive()));
    ch.send(1);
    before.join();
    ch.send(2);
    after.join();
    assertThat(results.receive()).isEqualTo(1);
    assertThat(results.receive()).isEqualTo(2);
  }

  @Test
  void select_interrupted_throwsAndLeavesAllQueues() throws Exception {
    Chan<Integer> other = Chan.make();
    Select select = Select.of(
        ch.onReceive(x -> {}),
        other.onSend(1, () -> {}),
        Select.after(Duration.ofHours(1), () -> {}));
    assertInterruptible(SELECT, select::run);
    assertThat(ch.trySend(1)).isFalse();
    assertThat(other.tryReceive()).isNull();
  }

  @Test
  void select_noCasesInterrupted_throws() throws Exception {
    assertInterruptible(SELECT_NO_CASES, () -> Select.of().run());
  }

  @Test
  void await_interrupted_throws() throws Exception {
    WaitGroup wg = new WaitGroup();
    wg.add(1);
    assertInterruptible(WAIT_GROUP, wg::await);
    wg.done();
    wg.await();
  }

  @Test
  void operations_interruptedButReady_succeedAndKeepFlag() {
    Chan<Integer> buffered = Chan.make(1);
    Thread.currentThread().interrupt();
    buffered.send(1);
    assertThat(buffered.receive()).isEqualTo(1);
    new WaitGroup().await();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void interruptiblyVariants_interruptedOnEntry_throwCheckedAndClearFlag() {
    Chan<Integer> buffered = Chan.make(1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> buffered.sendInterruptibly(1))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(buffered::receiveInterruptibly).isInstanceOf(InterruptedException.class);
    assertThat(buffered.len()).isZero();
  }

  @Test
  void interruptiblyVariants_interruptedWhileWaiting_throwCheckedAndClearFlag() throws Exception {
    assertInterruptibly(CHAN_SEND, () -> ch.sendInterruptibly(1));
    assertInterruptibly(CHAN_RECEIVE, ch::receiveInterruptibly);
    Mutex mutex = new Mutex();
    mutex.lock();
    assertInterruptibly(MUTEX, mutex::lockInterruptibly);
    mutex.unlock();
    assertThat(mutex.tryLock()).isTrue();
  }

  @Test
  void lock_interrupted_waitsOnAndKeepsFlag() throws Exception {
    Mutex mutex = new Mutex();
    mutex.lock();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread waiter = Parked.go(MUTEX, () -> {
      mutex.lock();
      flag.set(Thread.currentThread().isInterrupted());
    });
    waiter.interrupt();
    mutex.unlock();
    waiter.join();
    assertThat(flag).hasValue(true);
  }

  /** The unchecked exception, with the flag still set. */
  private static void assertInterruptible(WaitReason reason, GoBody blocking) throws Exception {
    assertEndsWith(GoInterruptedException.class, true, reason, blocking);
  }

  /** The checked exception, with the flag cleared. */
  private static void assertInterruptibly(WaitReason reason, GoBody blocking) throws Exception {
    assertEndsWith(InterruptedException.class, false, reason, blocking);
  }

  private static void assertEndsWith(
      Class<?> type, boolean flag, WaitReason reason, GoBody blocking) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flagAfter = new AtomicReference<>();
    Thread thread = Parked.go(reason, () -> {
      try {
        blocking.run();
      } catch (Exception e) {
        thrown.set(e);
        flagAfter.set(Thread.currentThread().isInterrupted());
      }
    });
    thread.interrupt();
    thread.join();
    assertThat(thrown.get()).isExactlyInstanceOf(type);
    assertThat(flagAfter).hasValue(flag);
  }
}
