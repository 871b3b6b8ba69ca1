package dev.goguard.race.memory;

/** A count that any thread may change. */
public final class Counter {
  private static final long COUNT = Memory.offset(Counter.class, "count");

  private volatile long count;

  /** Adds to the count and answers what it is now. */
  public long add(long change) {
    return Memory.UNSAFE.getAndAddLong(this, COUNT, change) + change;
  }

  public long get() {
    return count;
  }
}
