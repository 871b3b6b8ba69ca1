package dev.goguard.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * A waiter that has been claimed but not yet woken stays parked whatever happens to it, because its
 * partner may still be at work for it.
 */
@Guarded
class WakingTest {
  private final Hchan channel = new Hchan(0);

  @Test
  void receive_interruptedBetweenClaimAndWake_waitsForTheElement() throws Exception {
    FutureTask<Object> receive = new FutureTask<>(channel::receive);
    assertStaysParkedWhenInterrupted(WaitReason.CHAN_RECEIVE, receive);
    assertThat(receive.get(20, TimeUnit.SECONDS)).isEqualTo(7);
  }

  @Test
  void select_interruptedBetweenClaimAndWake_waitsForTheElement() throws Exception {
    Clause[] clauses = {Clause.receive(new Hchan(0)), Clause.receive(channel)};
    Selection selection = new Selection(clauses, LockOrder.of(clauses), false);
    FutureTask<Object> select = new FutureTask<>(selection::select);
    assertStaysParkedWhenInterrupted(WaitReason.SELECT, select);
    assertThat(select.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(selection.result()).isEqualTo(7);
  }

  private void assertStaysParkedWhenInterrupted(WaitReason reason, Runnable waiting)
      throws InterruptedException {
    Thread thread = Thread.ofPlatform().start(waiting);
    awaitParked(thread, reason);
    channel.lock();
    assertThat(channel.trySendLocked(7)).isTrue();
    Waiter claimed = channel.unlockAndTakeWoken();
    LockSupport.unpark(thread);
    thread.interrupt();
    awaitFlagTaken(thread);
    awaitParked(thread, reason);
    Waiter.wakeAll(claimed);
    thread.join();
  }

  /** The flag is taken by the wait that ignores interrupts, and by nothing else here. */
  private static void awaitFlagTaken(Thread thread) {
    while (thread.isInterrupted()) {
      assertThat(thread.isAlive()).as("still waiting").isTrue();
      Thread.yield();
    }
  }

  private static void awaitParked(Thread thread, WaitReason reason) {
    while (!isParked(thread, reason)) {
      assertThat(thread.isAlive()).as("still waiting").isTrue();
      Thread.yield();
    }
  }

  private static boolean isParked(Thread thread, WaitReason reason) {
    return thread.getState() == Thread.State.WAITING
        && LockSupport.getBlocker(thread) instanceof Wait wait
        && wait.reason() == reason;
  }
}
