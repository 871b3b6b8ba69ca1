package dev.goguard.runtime.soak;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Received;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.soak.Tally.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Receives until all channels are closed. The first ones stay with one channel each; the others
 * take what they get, in random ways. Each checks that numbers of one sender in one channel grow.
 */
final class Receiver {
  private final Cell cell;
  private final int number;
  private final SplittableRandom random;
  private final int[] last = new int[Cell.LANES * Cell.SENDERS];
  private final boolean[] ended = new boolean[Cell.LANES];

  Receiver(Cell cell, int number, SplittableRandom random) {
    this.cell = cell;
    this.number = number;
    this.random = random;
    Arrays.fill(last, -1);
  }

  void run() {
    if (number < Cell.LANES) {
      stayWith(number);
    } else {
      roam();
    }
  }

  private void stayWith(int lane) {
    while (!ended[lane]) {
      receive(lane);
    }
  }

  private void roam() {
    int ways = 0;
    while (!allEnded()) {
      int lane = random.nextInt(Cell.LANES);
      switch (ways++ % 8 == 0 ? random.nextInt(3) : 3) {
        case 0 -> receive(lane);
        case 1 -> tryReceive(lane);
        case 2 -> selectUntil(lane, Duration.ofNanos(random.nextInt(1_000_000)));
        default -> selectAll();
      }
    }
  }

  private boolean allEnded() {
    return ended[0] && ended[1] && ended[2] && ended[3];
  }

  private void receive(int lane) {
    take(lane, cell.lanes.get(lane).channel.receiveOk());
    cell.soak.tally.count(Operation.RECEIVE);
  }

  private void tryReceive(int lane) {
    Received<Long> received = cell.lanes.get(lane).channel.tryReceive();
    if (received != null) {
      take(lane, received);
    }
    cell.soak.tally.count(Operation.TRY_RECEIVE);
  }

  private void selectAll() {
    Select.of(onReceive(0), onReceive(1), onReceive(2), onReceive(3)).run();
    cell.soak.tally.count(Operation.SELECT_RECEIVE);
  }

  private void selectUntil(int lane, Duration timeout) {
    Select.of(onReceive(lane), Select.after(timeout, () -> {})).run();
    cell.soak.tally.count(Operation.SELECT_TIMEOUT);
  }

  private Select.Case onReceive(int lane) {
    Chan<Long> channel = ended[lane] ? Chan.nil() : cell.lanes.get(lane).channel;
    return channel.onReceiveOk(received -> take(lane, received));
  }

  private void take(int lane, Received<Long> received) {
    if (!received.ok()) {
      ended[lane] = true;
      return;
    }
    long element = received.value();
    int place = lane * Cell.SENDERS + Lane.sender(element);
    if (Lane.number(element) <= last[place]) {
      throw new IllegalStateException("number %d of sender %d after number %d in a channel of %d"
          .formatted(
              Lane.number(element),
              Lane.sender(element),
              last[place],
              cell.lanes.get(lane).channel.cap()));
    }
    last[place] = Lane.number(element);
    cell.lanes.get(lane).received(element);
  }
}
