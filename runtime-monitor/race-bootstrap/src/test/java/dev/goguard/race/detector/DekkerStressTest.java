package dev.goguard.race.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two threads access a variable at the same time: one of them at least finds the race. */
final class DekkerStressTest {
  private static final int ROUNDS = 20_000;

  private final AtomicInteger arrived = new AtomicInteger();
  private final ThreadIds ids = new ThreadIds(1 << 15, 1 << 20);
  private final Detection.Cells[] cells = new Detection.Cells[ROUNDS];
  private final boolean[][] found = new boolean[2][ROUNDS];

  @Test
  void writeAndWrite_oneFindsTheOther() throws Exception {
    assertFound(Cell.WRITE, Cell.WRITE);
  }

  @Test
  void readAndWrite_oneFindsTheOther() throws Exception {
    assertFound(Cell.READ, Cell.WRITE);
  }

  @Test
  void atomicWriteAndRead_oneFindsTheOther() throws Exception {
    assertFound(Cell.ATOMIC_WRITE, Cell.READ);
  }

  @Test
  void atomicReadAndWrite_oneFindsTheOther() throws Exception {
    assertFound(Cell.ATOMIC_READ, Cell.WRITE);
  }

  private void assertFound(int kind, int other) throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      cells[i] = new Detection.Cells();
      prepare(i);
    }
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = pool.submit(() -> accesses(0, kind));
      Future<?> second = pool.submit(() -> accesses(1, other));
      first.get();
      second.get();
    } finally {
      pool.shutdown();
    }
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(found[0][i] || found[1][i]).as("round %d", i).isTrue();
    }
  }

  /** Every second variable has been read by others before, in order: its reads are shared. */
  private void prepare(int round) {
    if (round % 2 == 1) {
      ThreadState reader = thread(VectorClock.EMPTY);
      ThreadState other = thread(VectorClock.EMPTY);
      access(cells[round], reader, Cell.READ);
      access(cells[round], other, Cell.READ);
      known = known.join(reader.released()).join(other.released());
      reader.end();
      other.end();
    }
  }

  private VectorClock known = VectorClock.EMPTY;

  private ThreadState thread(VectorClock clock) {
    ThreadInfo info = new ThreadInfo(0, "", ThreadInfo.Kind.PLATFORM, 0);
    return new ThreadState(info, clock, ids);
  }

  /** Both leave together, as far as two processors can; a processor may be needed elsewhere. */
  private void meet(int round) {
    arrived.incrementAndGet();
    for (int spins = 0; arrived.get() < 2 * round; spins++) {
      if (spins > 2000) {
        Thread.yield();
      }
    }
  }

  /** Moves the two sides against each other, from round to round. */
  private static void delay(int steps) {
    for (int i = 0; i < steps; i++) {
      Thread.onSpinWait();
    }
  }

  private void accesses(int side, int kind) {
    ThreadState thread = thread(known);
    for (int i = 0; i < ROUNDS; i++) {
      meet(i + 1);
      delay(side == 0 ? i & 63 : i >> 6 & 63);
      access(cells[i], thread, kind);
      found[side][i] = !thread.races.isEmpty();
      thread.races.clear();
    }
  }

  private static void access(Detection.Cells at, ThreadState thread, int kind) {
    long reads = Detection.Cells.READS;
    long writes = Detection.Cells.WRITES;
    if (kind == Cell.READ) {
      FastTrack.read(at, reads, writes, thread, 1, 0);
    } else if (kind == Cell.WRITE) {
      FastTrack.write(at, reads, writes, thread, 1, 0);
    } else {
      FastTrack.atomic(at, reads, writes, thread, kind, 1, 0);
    }
  }
}
