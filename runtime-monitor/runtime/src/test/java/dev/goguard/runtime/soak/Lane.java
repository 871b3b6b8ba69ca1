package dev.goguard.runtime.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.Chan;
import java.util.concurrent.atomic.LongAdder;

/** A channel with its books: what went in, what came out. */
final class Lane {
  final Chan<Long> channel;
  private final LongAdder sent = new LongAdder();
  private final LongAdder sentDigest = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder receivedDigest = new LongAdder();

  Lane(int capacity) {
    channel = Chan.make(capacity);
  }

  /** The element of a sender with a number. */
  static long element(int sender, int number) {
    return (long) sender << 32 | number;
  }

  static int sender(long element) {
    return (int) (element >>> 32);
  }

  static int number(long element) {
    return (int) element;
  }

  void sent(long element) {
    sent.increment();
    sentDigest.add(digest(element));
  }

  void received(long element) {
    received.increment();
    receivedDigest.add(digest(element));
  }

  /** Sums of these differ, with near certainty, when anything is lost, doubled or replaced. */
  private static long digest(long element) {
    long mixed = (element ^ element >>> 30) * 0xbf58476d1ce4e5b9L;
    return (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
  }

  void assertBalanced() {
    assertThat(received.sum()).as("elements through %s", channel).isEqualTo(sent.sum());
    assertThat(receivedDigest.sum()).as("their digest").isEqualTo(sentDigest.sum());
    assertThat(channel.len()).as("left in %s", channel).isZero();
  }
}
