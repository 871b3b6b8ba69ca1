package dev.goguard.benchmarks.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The programs for the peers on virtual threads; every goroutine of theirs is one of the peer. */
final class PeerPrograms implements Programs {
  private final Peer peer;

  PeerPrograms(Peer peer) {
    this.peer = peer;
  }

  @Override
  public Program program(Load load) {
    return switch (load.shape()) {
      case SPAWN -> inMain(load, this::spawn);
      case SPAWN_JOIN -> inMain(load, this::spawnAndJoin);
      case PAIRS, SAME_GOROUTINE, SHARED, CHAIN, SELECT, COUNTER ->
        inMain(load, new ChannelPrograms(peer).body(load.shape()));
      case MUTEX -> inMain(load, this::mutex);
      case FAN_OUT -> inMain(load, this::fanOut);
      case YIELD -> inMain(load, this::yielding);
      case PARKED -> throw new IllegalArgumentException("measured by ParkedBytes");
    };
  }

  @Override
  public Object park(AtomicInteger started) {
    return peer.park(started);
  }

  /** The body of a main goroutine, which returns the sum. */
  interface Body {
    long run(Load load);
  }

  private Program inMain(Load load, Body body) {
    return () -> {
      long[] sum = new long[1];
      peer.run(() -> sum[0] = body.run(load));
      return sum[0];
    };
  }

  private long spawn(Load load) {
    var ran = new AtomicLong();
    var end = peer.pipe(1);
    Task task = () -> {
      if (ran.incrementAndGet() == load.operations()) {
        end.send(1);
      }
    };
    for (int i = 0; i < load.operations(); i++) {
      peer.go(task);
    }
    end.receive();
    return ran.get();
  }

  private long spawnAndJoin(Load load) {
    long[] ran = new long[1];
    Task task = () -> ran[0]++;
    for (int i = 0; i < load.operations(); i++) {
      peer.goAndJoin(task);
    }
    return ran[0];
  }

  private long mutex(Load load) {
    var exclusion = peer.exclusion();
    var group = peer.group(load.width());
    long[] counter = new long[1];
    for (int g = 0; g < load.width(); g++) {
      group.go(() -> {
        for (int i = 0; i < load.each(); i++) {
          exclusion.lock();
          counter[0]++;
          exclusion.unlock();
        }
      });
    }
    group.await();
    return counter[0];
  }

  private long fanOut(Load load) {
    var ran = new AtomicLong();
    for (int round = 0; round < load.each(); round++) {
      var group = peer.group(load.width());
      for (int g = 0; g < load.width(); g++) {
        group.go(ran::incrementAndGet);
      }
      group.await();
    }
    return ran.get();
  }

  private long yielding(Load load) {
    var yields = new AtomicLong();
    var group = peer.group(load.width());
    for (int g = 0; g < load.width(); g++) {
      group.go(() -> {
        for (int i = 0; i < load.each(); i++) {
          peer.yieldNow();
        }
        yields.addAndGet(load.each());
      });
    }
    group.await();
    return yields.get();
  }
}
