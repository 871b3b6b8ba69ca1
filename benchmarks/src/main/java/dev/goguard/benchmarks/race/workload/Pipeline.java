package dev.goguard.benchmarks.race.workload;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;

/** Goroutines in a row hand on messages, which each of them changes. */
public final class Pipeline implements Workload {
  private static final int STAGES = 4;
  private final int size;
  private final int capacity;

  /** As many messages, through channels of that capacity. */
  public Pipeline(int size, int capacity) {
    this.size = size;
    this.capacity = capacity;
  }

  private static final class Message {
    private long value;
    private int hops;

    Message(int value) {
      this.value = value;
    }

    void hop() {
      value = 31 * value + hops;
      hops++;
    }
  }

  @Override
  public long run() {
    var sum = new long[1];
    Go.run(() -> sum[0] = flow());
    return sum[0];
  }

  private long flow() {
    var first = Chan.<Message>make(capacity);
    Go.go(() -> send(first));
    var last = first;
    for (int i = 0; i < STAGES; i++) {
      var from = last;
      var to = Chan.<Message>make(capacity);
      Go.go(() -> forward(from, to));
      last = to;
    }
    long sum = 0;
    for (var message : last) {
      sum += message.value + message.hops;
    }
    return sum;
  }

  private void send(Chan<Message> to) {
    for (int i = 0; i < size; i++) {
      to.send(new Message(i));
    }
    to.close();
  }

  private static void forward(Chan<Message> from, Chan<Message> to) {
    for (var message : from) {
      message.hop();
      to.send(message);
    }
    to.close();
  }
}
