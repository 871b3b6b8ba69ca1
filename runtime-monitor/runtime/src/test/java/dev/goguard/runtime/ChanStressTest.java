package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.TestReporter;

/** Random operations on shared channels: nothing is lost, duplicated, or out of order. */
@Guarded
class ChanStressTest {
  private static final int SENDERS = 4;
  private static final int RECEIVERS = 4;
  private static final int PER_SENDER = 12_000;

  record Element(int sender, int number) {}

  @Capacities
  void randomOperations_manyGoroutines_deliverEverythingOnceInOrder(
      int capacity, TestReporter reporter) {
    Seed seed = new Seed(reporter);
    Chan<Element> first = Chan.make(capacity);
    Chan<Element> second = Chan.make(capacity);
    WaitGroup sending = new WaitGroup();
    for (int i = 0; i < SENDERS; i++) {
      int sender = i;
      SplittableRandom random = seed.next();
      sending.go(() -> sendAll(sender, sender % 2 == 0 ? first : second, random));
    }
    List<List<Element>> received = new ArrayList<>();
    WaitGroup receiving = new WaitGroup();
    for (int i = 0; i < RECEIVERS; i++) {
      SplittableRandom random = seed.next();
      List<Element> mine = new ArrayList<>();
      received.add(mine);
      receiving.go(() -> receiveAll(first, second, mine, random));
    }
    sending.await();
    first.close();
    second.close();
    receiving.await();
    received.forEach(ChanStressTest::assertOrdered);
    assertComplete(received);
  }

  private static void sendAll(int sender, Chan<Element> out, SplittableRandom random) {
    for (int i = 0; i < PER_SENDER; i++) {
      sendOne(out, new Element(sender, i), random.nextInt(4));
    }
  }

  private static void sendOne(Chan<Element> out, Element element, int way) {
    switch (way) {
      case 0 -> {
        if (!out.trySend(element)) {
          out.send(element);
        }
      }
      case 1 ->
        Select.of(out.onSend(element, () -> {}), out.onSend(element, () -> {})).run();
      default -> out.send(element);
    }
  }

  private static void receiveAll(
      Chan<Element> first, Chan<Element> second, List<Element> mine, SplittableRandom random) {
    Chan<Element> a = first;
    Chan<Element> b = second;
    while (a != Chan.<Element>nil() || b != Chan.<Element>nil()) {
      boolean[] ended = new boolean[2];
      receiveOne(a, b, mine, ended, random.nextInt(4));
      a = ended[0] ? Chan.nil() : a;
      b = ended[1] ? Chan.nil() : b;
    }
  }

  private static void receiveOne(
      Chan<Element> a, Chan<Element> b, List<Element> mine, boolean[] ended, int way) {
    Select.Case fromA = a.onReceiveOk(r -> ended[0] = !take(r, mine));
    Select.Case fromB = b.onReceiveOk(r -> ended[1] = !take(r, mine));
    switch (way) {
      case 0 -> Select.of(fromA, fromB).orElse(() -> {}).run();
      case 1 -> Select.of(fromB, fromA, fromB).run();
      case 2 ->
        Select.of(fromA, fromB, Select.after(Duration.ofNanos(20_000), () -> {}))
            .run();
      default -> Select.of(fromA, fromB).run();
    }
  }

  private static boolean take(Received<Element> received, List<Element> mine) {
    return received.ok() && mine.add(received.value());
  }

  /** One receiver sees the elements of one sender in the order in which they were sent. */
  static void assertOrdered(List<Element> received) {
    Map<Integer, Integer> last = new HashMap<>();
    for (Element element : received) {
      Integer before = last.put(element.sender(), element.number());
      assertThat(before == null || before < element.number())
          .as("%s after number %s", element, before)
          .isTrue();
    }
  }

  static void assertComplete(List<List<Element>> received) {
    Set<Element> distinct = new HashSet<>();
    int count = 0;
    for (List<Element> some : received) {
      distinct.addAll(some);
      count += some.size();
    }
    assertThat(count).isEqualTo(SENDERS * PER_SENDER);
    assertThat(distinct).hasSize(count);
  }
}
