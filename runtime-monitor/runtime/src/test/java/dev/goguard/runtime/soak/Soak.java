package dev.goguard.runtime.soak;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoBody;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One soak: its cells, its clock, and what went wrong. */
final class Soak {
  final Tally tally = new Tally();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Chan<Boolean> failed = Chan.make(1);
  private volatile boolean over;

  boolean isOver() {
    return over;
  }

  /** Starts a goroutine whose panic fails the soak; {@code last} is done in any case. */
  void go(GoBody body, Runnable last) {
    Go.go(() -> {
      try {
        body.run();
      } catch (Throwable t) {
        failures.add(t);
        over = true;
        failed.trySend(true); // those that wait for this goroutine may wait for ever now
      } finally {
        last.run();
      }
    });
  }

  /** Runs so many goroutines for so long; returns what they have thrown. */
  List<Throwable> run(int goroutines, long seconds, long seed) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    WaitGroup all = new WaitGroup();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < goroutines / Cell.GOROUTINES; i++) {
      Cell cell = new Cell(this);
      cells.add(cell);
      cell.start(random.split(), all);
    }
    for (long second = 0; second < seconds && !over; second++) {
      Thread.sleep(1000); // how long it lasts, not what it waits for
    }
    over = true;
    Select.of(ended(all).onReceive(x -> {}), failed.onReceive(x -> {})).run();
    if (failures.isEmpty()) {
      cells.forEach(Cell::assertBalanced);
    }
    return List.copyOf(failures);
  }

  private static Chan<Void> ended(WaitGroup all) {
    Chan<Void> ended = Chan.make();
    Go.go(() -> {
      all.await();
      ended.close();
    });
    return ended;
  }
}
