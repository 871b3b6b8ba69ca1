package dev.goguard.benchmarks.runtime;

import java.util.concurrent.atomic.AtomicLong;

/** The programs that pass elements. */
final class ChannelPrograms {
  private final Peer peer;

  ChannelPrograms(Peer peer) {
    this.peer = peer;
  }

  PeerPrograms.Body body(Shape shape) {
    return switch (shape) {
      case PAIRS -> this::pairs;
      case SAME_GOROUTINE -> this::sameGoroutine;
      case SHARED -> this::shared;
      case CHAIN -> this::chain;
      case SELECT -> this::select;
      case COUNTER -> this::counter;
      default -> throw new IllegalArgumentException(shape + " passes no elements");
    };
  }

  private long pairs(Load load) {
    var sum = new AtomicLong();
    var group = peer.group(2 * load.width());
    for (int p = 0; p < load.width(); p++) {
      var pipe = peer.pipe(load.capacity());
      group.go(() -> send(pipe, load.each()));
      group.go(() -> sum.addAndGet(receive(pipe, load.each())));
    }
    group.await();
    return sum.get();
  }

  private long sameGoroutine(Load load) {
    var pipe = peer.pipe(load.capacity());
    long sum = 0;
    for (int i = 0; i < load.operations(); i++) {
      pipe.send(Load.element(i));
      sum += pipe.receive();
    }
    return sum;
  }

  private long shared(Load load) {
    var sum = new AtomicLong();
    var group = peer.group(2 * load.width());
    var pipe = peer.pipe(load.capacity());
    for (int p = 0; p < load.width(); p++) {
      group.go(() -> send(pipe, load.each()));
      group.go(() -> sum.addAndGet(receive(pipe, load.each())));
    }
    group.await();
    return sum.get();
  }

  private long chain(Load load) {
    var sum = new AtomicLong();
    var group = peer.group(load.width() + 1);
    var first = peer.pipe(load.capacity());
    group.go(() -> send(first, load.each()));
    var last = first;
    for (int i = 1; i < load.width(); i++) {
      var from = last;
      var to = peer.pipe(load.capacity());
      group.go(() -> forward(from, to, load.each()));
      last = to;
    }
    var end = last;
    group.go(() -> sum.addAndGet(receive(end, load.each())));
    group.await();
    return sum.get();
  }

  private long select(Load load) {
    var sum = new AtomicLong();
    var group = peer.group(load.width() + 1);
    var pipes = new Pipe[load.width()];
    for (int i = 0; i < pipes.length; i++) {
      var pipe = pipes[i] = peer.pipe(load.capacity());
      group.go(() -> send(pipe, load.each()));
    }
    group.go(() -> sum.addAndGet(peer.selectSum(pipes, load.operations())));
    group.await();
    return sum.get();
  }

  private long counter(Load load) {
    var sum = new AtomicLong();
    var group = peer.group(load.width() + 1);
    var pipe = peer.pipe(load.capacity());
    for (int g = 0; g < load.width(); g++) {
      group.go(() -> sendOnes(pipe, load.each()));
    }
    group.go(() -> sum.addAndGet(receive(pipe, load.operations())));
    group.await();
    return sum.get();
  }

  private static void send(Pipe pipe, int elements) {
    for (int i = 0; i < elements; i++) {
      pipe.send(Load.element(i));
    }
  }

  private static void sendOnes(Pipe pipe, int elements) {
    for (int i = 0; i < elements; i++) {
      pipe.send(1);
    }
  }

  private static long receive(Pipe pipe, int elements) {
    long sum = 0;
    for (int i = 0; i < elements; i++) {
      sum += pipe.receive();
    }
    return sum;
  }

  private static void forward(Pipe from, Pipe to, int elements) {
    for (int i = 0; i < elements; i++) {
      to.send(from.receive());
    }
  }
}
