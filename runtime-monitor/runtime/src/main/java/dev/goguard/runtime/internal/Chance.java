package dev.goguard.runtime.internal;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * What decides between goroutines where nothing else does: random numbers, and the time for which
 * one has been losing. On a seeded scheduler both come from the seed, elsewhere from the machine.
 */
public interface Chance {

  /** A number from 0 inclusive to the bound exclusive. */
  int below(int bound);

  /** The time in nanoseconds, to be compared with itself only. */
  long nanoTime();

  /** From now on asks the source first, which answers null for threads that are not its own. */
  static void from(Supplier<Chance> source) {
    Machine.source = source;
  }

  /** The chance that the current thread takes. */
  static Chance current() {
    Supplier<Chance> source = Machine.source;
    Chance own = source == null ? null : source.get();
    return own == null ? Machine.INSTANCE : own;
  }

  /** The machine's own. */
  final class Machine implements Chance {
    private static final Chance INSTANCE = new Machine();

    /**
     * Null until a seeded scheduler exists. Plain: its carrier starts after the write, so its
     * goroutines see it; the others may see either, and take the machine's chance in both cases.
     */
    private static Supplier<Chance> source;

    private Machine() {}

    @Override
    public int below(int bound) {
      return ThreadLocalRandom.current().nextInt(bound);
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }
  }
}
