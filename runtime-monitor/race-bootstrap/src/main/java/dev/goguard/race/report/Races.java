package dev.goguard.race.report;

import dev.goguard.race.context.Contexts;
import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.RaceListener;
import dev.goguard.race.memory.SpinLock;
import java.util.Arrays;

/** Takes races as they are found, and tells each pair of sites once. */
public final class Races implements RaceListener {
  private final SpinLock lock = new SpinLock();
  private long[] pairs = new long[64];
  private int size;

  @Override
  public void found(String variable, long access, long earlier) {
    if (isNew(Contexts.site(Cell.context(access)), Contexts.site(Cell.context(earlier)))) {
      tell(variable, access, earlier);
    }
  }

  /** Whether the pair of sites, in any order, has not been told; those without site always are. */
  private boolean isNew(int site, int other) {
    long pair = (long) Math.min(site, other) << 32 | Math.max(site, other);
    lock.lock();
    try {
      for (int i = 0; i < size; i++) {
        if (pairs[i] == pair && site != 0 && other != 0) {
          return false;
        }
      }
      add(pair);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void add(long pair) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    pairs[size++] = pair;
  }

  private static synchronized void tell(String variable, long access, long earlier) {
    StringBuilder text = new StringBuilder("==================\nWARNING: DATA RACE\n");
    side(text, "", variable, access);
    side(text, "Previous ", variable, earlier);
    System.err.print(text.append("==================\n"));
  }

  private static void side(StringBuilder text, String when, String variable, long cell) {
    String atomic = Cell.isAtomic(cell) ? "atomic " : "";
    String what = when + atomic + (Cell.isWrite(cell) ? "write of " : "read of ") + variable;
    text.append(Character.toUpperCase(what.charAt(0)))
        .append(what, 1, what.length())
        .append(":\n");
    for (StackTraceElement frame : Contexts.stack(Cell.context(cell))) {
      text.append("    ").append(frame).append('\n');
    }
  }
}
