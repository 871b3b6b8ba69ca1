package dev.goguard.runtime.soak;

import dev.goguard.runtime.Select;
import dev.goguard.runtime.soak.Tally.Operation;
import java.time.Duration;
import java.util.SplittableRandom;

/** Sends numbered elements in random ways until time is up, and does other things in between. */
final class Sender {
  private final Cell cell;
  private final int number;
  private final SplittableRandom random;
  private final int[] next = new int[Cell.LANES];

  Sender(Cell cell, int number, SplittableRandom random) {
    this.cell = cell;
    this.number = number;
    this.random = random;
  }

  void run() {
    while (!cell.soak.isOver()) {
      step();
    }
  }

  private void step() {
    int lane = random.nextInt(Cell.LANES);
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> send(lane);
      case 5, 6 -> trySend(lane);
      case 7, 8, 9 -> selectSend(lane, random.nextInt(Cell.LANES));
      case 10 -> selectSendUntil(lane, Duration.ofNanos(random.nextInt(1_000_000)));
      case 11, 12, 13 -> {
        cell.increment();
        cell.soak.tally.count(Operation.MUTEX);
      }
      default -> Errand.random(random).run(cell.soak, random);
    }
  }

  private long element(int lane) {
    return Lane.element(number, next[lane]);
  }

  private void sent(int lane) {
    cell.lanes.get(lane).sent(element(lane));
    next[lane]++;
  }

  private void send(int lane) {
    cell.lanes.get(lane).channel.send(element(lane));
    sent(lane);
    cell.soak.tally.count(Operation.SEND);
  }

  private void trySend(int lane) {
    if (cell.lanes.get(lane).channel.trySend(element(lane))) {
      sent(lane);
    }
    cell.soak.tally.count(Operation.TRY_SEND);
  }

  private void selectSend(int a, int b) {
    Select.of(onSend(a), onSend(b)).run();
    cell.soak.tally.count(Operation.SELECT_SEND);
  }

  private void selectSendUntil(int lane, Duration timeout) {
    Select.of(onSend(lane), Select.after(timeout, () -> {})).run();
    cell.soak.tally.count(Operation.SELECT_TIMEOUT);
  }

  private Select.Case onSend(int lane) {
    return cell.lanes.get(lane).channel.onSend(element(lane), () -> sent(lane));
  }
}
