package dev.goguard.race.detector;

import dev.goguard.race.memory.Memory;

/** A variable that is no field: what an object means to its users, as the contents of a map. */
public final class AbstractVariable {
  private static final long READS = Memory.offset(AbstractVariable.class, "reads");
  private static final long WRITES = Memory.offset(AbstractVariable.class, "writes");

  private long reads;
  private long writes;

  /** The variable, which reports call {@code name}, is read. */
  public void read(String name, ThreadState thread, long context, int site) {
    if (Access.isWatched(thread)
        && !Cell.sameEpoch(reads, thread.epoch)
        && !Cell.sameEpoch(writes, thread.epoch)) {
      FastTrack.read(this, READS, WRITES, thread, context, site);
      report(name, thread);
    }
  }

  /** The variable, which reports call {@code name}, is written. */
  public void write(String name, ThreadState thread, long context, int site) {
    if (Access.isWatched(thread) && !Cell.sameEpoch(writes, thread.epoch)) {
      FastTrack.write(this, READS, WRITES, thread, context, site);
      report(name, thread);
    }
  }

  /** The variable is accessed atomically: this races with plain accesses only. */
  public void atomic(boolean writes, String name, ThreadState thread, long context, int site) {
    if (Access.isWatched(thread)) {
      int kind = writes ? Cell.ATOMIC_WRITE : Cell.ATOMIC_READ;
      FastTrack.atomic(this, READS, WRITES, thread, kind, context, site);
      report(name, thread);
    }
  }

  private static void report(String name, ThreadState thread) {
    if (!thread.races.isEmpty()) {
      Access.report(thread, name);
    }
  }
}
