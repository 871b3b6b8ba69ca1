package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Very many waiters and a stack that is used up. */
@Guarded
class ChanLimitsTest {
  private static final int WAITERS = Integer.getInteger("goguard.waiters", 100_000);

  private static final int ROUNDS = 5;
  private static final int DEPTHS = 200;

  private final AtomicInteger elements = new AtomicInteger();
  private final AtomicInteger ends = new AtomicInteger();

  /** Were serving or closing linear in the queue, this would take hours. */
  @Test
  void receivers_veryMany_areServedAndClosedOneByOne() {
    Chan<Integer> ch = Chan.make();
    WaitGroup wg = new WaitGroup();
    List<Thread> receivers = new ArrayList<>();
    wg.add(WAITERS);
    for (int i = 0; i < WAITERS; i++) {
      receivers.add(GoStatement.start(
          () -> (ch.receiveOk().ok() ? elements : ends).incrementAndGet(), wg::done));
    }
    for (Thread receiver : receivers) {
      Parked.await(receiver, CHAN_RECEIVE);
    }
    for (int i = 0; i < WAITERS / 2; i++) {
      ch.send(i);
    }
    ch.close();
    wg.await();
    assertThat(elements).hasValue(WAITERS / 2);
    assertThat(ends).hasValue(WAITERS - WAITERS / 2);
  }

  /** Every select but the last is taken out of the middle of the other channel's queue. */
  @Test
  void selects_veryManyOnOneChannel_areTakenOutOneByOne() {
    Chan<Integer> shared = Chan.make();
    List<Chan<Integer>> own = new ArrayList<>();
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < WAITERS / 4; i++) {
      Chan<Integer> mine = Chan.make();
      own.add(mine);
      Select select = Select.of(
          shared.onReceive(x -> ends.incrementAndGet()),
          mine.onReceive(x -> elements.incrementAndGet()));
      wg.go(select::run);
    }
    for (int i = own.size() - 1; i >= 0; i--) {
      own.get(i).send(i);
    }
    wg.await();
    assertThat(elements).hasValue(WAITERS / 4);
    assertThat(shared.trySend(1)).as("nobody is left behind").isFalse();
  }

  @Test
  void select_stackUsedUp_leavesNoChannelLocked() {
    List<Chan<Integer>> channels = new ArrayList<>();
    SelectLoop loop = Select.loop();
    for (int i = 0; i < 8; i++) {
      channels.add(Chan.make(1));
      loop.receive(channels.get(i));
    }
    for (int i = 0; i < ROUNDS; i++) {
      atTheEndOfTheStack(loop::trySelect);
    }
    assertUsable(channels);
  }

  private static void assertUsable(List<Chan<Integer>> channels) {
    for (Chan<Integer> ch : channels) {
      ch.send(1);
      assertThat(ch.receive()).isEqualTo(1);
    }
  }

  /** Calls the operation at each of the last depths; wherever the stack ends it is cut short. */
  private static int atTheEndOfTheStack(Runnable operation) {
    int left;
    try {
      left = atTheEndOfTheStack(operation);
    } catch (StackOverflowError end) {
      left = DEPTHS;
    }
    return left == 0 ? 0 : cutShort(operation, left);
  }

  private static int cutShort(Runnable operation, int left) {
    try {
      operation.run();
    } catch (StackOverflowError expected) {
      return left - 1;
    }
    return left - 1;
  }
}
