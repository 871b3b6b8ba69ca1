package dev.goguard.benchmarks.runtime;

/** The programs; a load gives one its size. */
public enum Shape {
  /** Starts goroutines that count themselves; the last one tells. */
  SPAWN,
  /** Starts a goroutine and waits for its end, again and again. */
  SPAWN_JOIN,
  /**
   * As many pairs as the load is wide, each of a sender and a receiver with a channel of their own.
   */
  PAIRS,
  /** One goroutine sends to itself. */
  SAME_GOROUTINE,
  /** As many senders as the load is wide and as many receivers, all on one channel. */
  SHARED,
  /** As many channels as the load is wide in a row, with a goroutine between any two. */
  CHAIN,
  /** As many senders as the load is wide, each with a channel, and one that selects among them. */
  SELECT,
  /** As many goroutines as the load is wide raise a counter under a lock. */
  MUTEX,
  /**
   * As many goroutines as the load is wide have one other raise a counter, by a message each time.
   */
  COUNTER,
  /** Starts as many goroutines as the load is wide and waits for all of them, again and again. */
  FAN_OUT,
  /** As many goroutines as the load is wide yield. */
  YIELD,
  /** As many goroutines as there are operations wait, each on a channel of its own. */
  PARKED
}
