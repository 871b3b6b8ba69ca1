package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Go's own tests check of channels, as far as the other tests here do not. */
@Guarded
class GoChanTest {

  @Capacities
  void sendersAndReceivers_fourEach_everyValueArrivesFourTimes(int capacity) {
    Chan<Integer> ch = Chan.make(capacity);
    Chan<List<Integer>> results = Chan.make(4);
    for (int i = 0; i < 4; i++) {
      Go.go(() -> IntStream.range(0, 1000).forEach(ch::send));
      Go.go(() -> results.send(receive(ch, 1000)));
    }
    int[] seen = new int[1000];
    for (int i = 0; i < 4; i++) {
      results.receive().forEach(value -> seen[value]++);
    }
    assertThat(seen).containsOnly(4);
    assertThat(ch.len()).isZero();
  }

  private static List<Integer> receive(RecvChan<Integer> ch, int times) {
    List<Integer> received = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      received.add(ch.receive());
    }
    return received;
  }

  @Test
  void tryReceive_closedMeanwhileAndOneBuffered_isAlwaysReady() {
    Chan<Boolean> ready = Chan.make(1);
    for (int i = 0; i < 2_000; i++) {
      Chan<Integer> ch = Chan.make(1);
      ch.send(1);
      Go.go(() -> ready.send(ch.tryReceive() != null));
      ch.close();
      ch.tryReceive();
      assertThat(ready.receive()).as("round %d", i).isTrue();
    }
  }

  /** One of two channels always has something, so a select with default must not choose it. */
  @Test
  void trySelect_elementsMoveBetweenChannels_neverChoosesDefault() {
    Chan<Integer> chosen = Chan.make(1);
    for (int i = 0; i < 2_000; i++) {
      Chan<Integer> first = Chan.make(1);
      Chan<Integer> second = Chan.make(1);
      first.send(1);
      Go.go(() -> chosen.send(trySelect(first, second)));
      second.send(1);
      first.tryReceive();
      assertThat(chosen.receive()).as("round %d", i).isNotEqualTo(SelectLoop.NONE);
    }
  }

  @Test
  void trySelect_secondClosedBeforeFirstIsEmptied_neverChoosesDefault() {
    Chan<Integer> chosen = Chan.make(1);
    for (int i = 0; i < 2_000; i++) {
      Chan<Integer> first = Chan.make(1);
      Chan<Integer> second = Chan.make();
      first.send(1);
      Go.go(() -> chosen.send(trySelect(first, second)));
      second.close();
      first.tryReceive();
      assertThat(chosen.receive()).as("round %d", i).isNotEqualTo(SelectLoop.NONE);
    }
  }

  private static int trySelect(RecvChan<Integer> first, RecvChan<Integer> second) {
    SelectLoop loop = Select.loop();
    loop.receive(first);
    loop.receive(second);
    return loop.trySelect();
  }

  @Capacities
  void select_sendAndReceiveOfOneChannel_neverMeetThemselves(int capacity) {
    Chan<Integer> ch = Chan.make(capacity);
    AtomicInteger self = new AtomicInteger();
    WaitGroup wg = new WaitGroup();
    for (int p = 0; p < 2; p++) {
      int me = p;
      wg.go(() -> {
        Select.Case send = ch.onSend(me, () -> {});
        Select.Case receive = ch.onReceive(v -> self.addAndGet(v == me ? 1 : 0));
        for (int i = 0; i < 1000; i++) {
          (me == 0 || i % 2 == 0 ? Select.of(send, receive) : Select.of(receive, send)).run();
        }
      });
    }
    wg.await();
    assertThat(capacity > 0 || self.get() == 0)
        .as("received from itself: %s", self)
        .isTrue();
    assertThat(ch.len()).isBetween(0, capacity);
  }

  @Test
  void select_duplicateChannel_leavesTheOthersInTheQueue() throws Exception {
    Chan<Integer> c = Chan.make();
    Chan<Integer> d = Chan.make();
    Chan<Integer> received = Chan.make(1);
    Select twice =
        Select.of(c.onReceive(v -> {}), c.onReceive(v -> {}), d.onReceive(received::send));
    final Thread selecting = Parked.go(SELECT, twice::run);
    final Thread receiving = Parked.go(CHAN_RECEIVE, () -> received.send(c.receive()));
    d.send(7);
    selecting.join();
    assertThat(received.receive()).isEqualTo(7);
    c.send(8);
    receiving.join();
    assertThat(received.receive()).isEqualTo(8);
  }

  /** A queue from whose middle selects are taken again and again stays intact. */
  @Test
  void select_takenOutOfTheMiddle_servesTheRest() throws Exception {
    Chan<Boolean> c1 = Chan.make();
    Chan<Boolean> c2 = Chan.make();
    Chan<Boolean> c3 = Chan.make();
    Chan<Boolean> c4 = Chan.make();
    Go.go(c1::receive);
    Go.go(() -> {
      Select.of(c1.onReceive(v -> {}), c2.onReceive(v -> {})).run();
      c4.send(true);
    });
    Go.go(() -> {
      Select.of(c1.onReceive(v -> {}), c3.onReceive(v -> {})).run();
      c4.send(true);
    });
    c3.send(true);
    c4.receive();
    c2.send(true);
    c4.receive();
    c1.send(true);
  }

  @Test
  void doubleselect_fourChannels_deliverEveryValueOnce() {
    List<Chan<Integer>> channels = List.of(Chan.make(), Chan.make(), Chan.make(), Chan.make());
    Go.go(() -> {
      SelectLoop loop = Select.loop();
      List<LoopCase.Send<Integer>> sends = channels.stream().map(loop::send).toList();
      for (int i = 0; i < 10_000; i++) {
        int value = i;
        sends.forEach(send -> send.set(value));
        loop.select();
      }
      channels.forEach(Chan::close);
    });
    List<Integer> all = Collections.synchronizedList(new ArrayList<>());
    WaitGroup wg = new WaitGroup();
    channels.forEach(ch -> wg.go(() -> ch.forEach(all::add)));
    wg.await();
    assertThat(all).hasSize(10_000).doesNotHaveDuplicates();
  }

  @Test
  void goroutines_chainOfTenThousand_passOneValue() {
    Chan<Integer> leftmost = Chan.make();
    Chan<Integer> left = leftmost;
    for (int i = 0; i < 10_000; i++) {
      Chan<Integer> to = left;
      Chan<Integer> from = Chan.make();
      Go.go(() -> to.send(1 + from.receive()));
      left = from;
    }
    left.send(1);
    assertThat(leftmost.receive()).isEqualTo(10_001);
  }

  @Test
  void fifo_eachStageWaitsForItsPredecessor_keepsOrder() {
    Chan<Integer> ch = Chan.make();
    Chan<Boolean> in = Chan.make();
    Chan<Boolean> start = in;
    for (int i = 0; i < 10; i++) {
      int value = i;
      Chan<Boolean> before = start;
      Chan<Boolean> after = Chan.make();
      Go.go(() -> {
        before.receive();
        assertThat(ch.receive()).isEqualTo(value);
        after.send(true);
      });
      start = after;
    }
    in.send(true);
    for (int i = 0; i < 10; i++) {
      ch.send(i);
    }
    assertThat(start.receive()).isTrue();
  }

  /** Two pipelines that are evaluated on demand, one of which feeds itself. */
  @Test
  void powser_seriesThatIsItsOwnIntegral_isTheExponential() {
    Chan<Double> feedback = Chan.make();
    Chan<Double> result = Chan.make();
    Go.go(() -> {
      double coefficient = 1;
      for (int n = 1; ; n++) {
        result.send(coefficient);
        double before = coefficient;
        Go.go(() -> feedback.send(before));
        coefficient = feedback.receive() / n;
      }
    });
    double factorial = 1;
    for (int n = 0; n < 10; n++) {
      factorial *= Math.max(1, n);
      assertThat(result.receive())
          .isEqualTo(1 / factorial, org.assertj.core.data.Offset.offset(1e-12));
    }
  }

  @Test
  void sendstmt_channelOfChannels_passesThem() {
    Chan<Chan<Boolean>> outer = Chan.make(1);
    Chan<Boolean> inner = Chan.make(1);
    outer.send(inner);
    outer.receive().send(true);
    assertThat(inner.receive()).isTrue();
  }

  @Test
  void close_inSelectSend_panicsWhetherReadyOrParked() throws Exception {
    Chan<Integer> ch = Chan.make();
    Select send = Select.of(ch.onSend(1, () -> {}), Chan.<Integer>make().onReceive(v -> {}));
    Thread parked =
        Parked.go(SELECT, () -> assertThatThrownBy(send::run).hasMessage("send on closed channel"));
    ch.close();
    parked.join();
    assertThatThrownBy(send::run).isInstanceOf(GoPanic.class).hasMessage("send on closed channel");
  }
}
