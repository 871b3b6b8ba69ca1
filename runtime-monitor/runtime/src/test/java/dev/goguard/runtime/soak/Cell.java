package dev.goguard.runtime.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.Go;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.WaitGroup;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Some senders and receivers with four channels, of capacity 0, 1, 2 and 16, and a mutex.
 *
 * <p>Each channel has a receiver of its own, so whatever the others are up to, senders go on.
 */
final class Cell {
  static final int LANES = 4;
  static final int SENDERS = 10;
  static final int RECEIVERS = 9;
  static final int GOROUTINES = SENDERS + RECEIVERS + 1; // and one that closes

  final List<Lane> lanes = List.of(new Lane(0), new Lane(1), new Lane(2), new Lane(16));
  final Soak soak;
  final Mutex mutex = new Mutex();
  long guarded; // by the mutex
  final LongAdder increments = new LongAdder();

  Cell(Soak soak) {
    this.soak = soak;
  }

  /** Starts the goroutines; the group is done when all of them have ended well. */
  void start(SplittableRandom random, WaitGroup all) {
    WaitGroup sending = new WaitGroup();
    all.add(GOROUTINES);
    sending.add(SENDERS);
    for (int i = 0; i < SENDERS; i++) {
      Sender sender = new Sender(this, i, random.split());
      soak.go(sender::run, () -> {
        sending.done();
        all.done();
      });
    }
    for (int i = 0; i < RECEIVERS; i++) {
      Receiver receiver = new Receiver(this, i, random.split());
      soak.go(receiver::run, all::done);
    }
    Go.go(() -> {
      sending.await();
      lanes.forEach(lane -> lane.channel.close());
      all.done();
    });
  }

  void increment() {
    mutex.lock();
    guarded++;
    mutex.unlock();
    increments.increment();
  }

  void assertBalanced() {
    lanes.forEach(Lane::assertBalanced);
    assertThat(guarded).as("increments under the mutex").isEqualTo(increments.sum());
  }
}
