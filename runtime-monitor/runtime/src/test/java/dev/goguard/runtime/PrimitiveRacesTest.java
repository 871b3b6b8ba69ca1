package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static dev.goguard.runtime.internal.WaitReason.WAIT_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.HappensBefore;
import dev.goguard.runtime.internal.SyncEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The races on primitives themselves that Go reports: close and send, first add and first wait. */
@Guarded
class PrimitiveRacesTest {
  private final HappensBefore order = new HappensBefore();
  private final Chan<Integer> ch = Chan.make(1);
  private final Chan<Integer> done = Chan.make();
  private final WaitGroup wg = new WaitGroup();

  @BeforeEach
  void observe() {
    SyncEvents.observe(order);
  }

  @AfterEach
  void stopObserving() {
    SyncEvents.observe(null);
  }

  /** Runs it in a goroutine of which nothing is known after its end. */
  private static void elsewhere(Runnable body) throws InterruptedException {
    GoStatement.start(body::run).join();
  }

  @Test
  void close_afterAnUnorderedSend_races() throws Exception {
    elsewhere(() -> ch.send(1));
    ch.close();
    assertThat(order.races()).hasSize(1);
  }

  @Test
  void close_afterAnUnorderedTrySend_races() throws Exception {
    elsewhere(() -> ch.trySend(1));
    ch.close();
    assertThat(order.races()).hasSize(1);
  }

  @Test
  void close_afterASelectThatMightHaveSent_races() throws Exception {
    ch.send(1);
    Thread selecting = Parked.go(
        SELECT, () -> Select.of(ch.onSend(2, () -> {}), done.onReceive(v -> {})).run());
    elsewhere(() -> done.close());
    selecting.join();
    ch.close();
    assertThat(order.races()).hasSize(1);
  }

  @Test
  void close_afterTheSendWasReceived_isOrdered() throws Exception {
    elsewhere(() -> ch.send(1));
    ch.receive();
    ch.close();
    assertThat(order.races()).isEmpty();
  }

  @Test
  void close_afterAnUnorderedReceive_isNoRace() throws Exception {
    ch.send(1);
    elsewhere(ch::receive);
    ch.close();
    assertThat(order.races()).isEmpty();
  }

  @Test
  void close_afterTheSenderHasSaidSo_isOrdered() throws Exception {
    elsewhere(() -> {
      ch.send(1);
      done.close();
    });
    done.receive();
    ch.close();
    assertThat(order.races()).isEmpty();
  }

  @Test
  void waitGroup_firstAddUnorderedWithWait_races() throws Exception {
    elsewhere(() -> wg.add(1));
    Thread waiting = Parked.go(WAIT_GROUP, wg::await);
    wg.done();
    waiting.join();
    assertThat(order.races()).containsExactly(wg);
  }

  @Test
  void waitGroup_addBeforeWait_isOrdered() throws Exception {
    wg.add(1);
    Thread waiting = Parked.go(WAIT_GROUP, wg::await);
    wg.done();
    waiting.join();
    assertThat(order.races()).isEmpty();
  }

  @Test
  void waitGroup_secondWait_doesNotRaceWithTheFirst() throws Exception {
    wg.add(1);
    Thread first = Parked.go(WAIT_GROUP, wg::await);
    Thread second = Parked.go(WAIT_GROUP, wg::await);
    wg.done();
    first.join();
    second.join();
    assertThat(order.races()).isEmpty();
  }
}
