package dev.goguard.runtime.internal.sched;

/**
 * A scheduler's state, in the terms of Go's {@code schedtrace}; read without stopping anything, so
 * the numbers need not fit together exactly. One that the scheduler does not tell is
 * {@link #UNKNOWN}.
 *
 * @param gomaxprocs how many goroutines can run at the same time
 * @param idleProcs how many of those places are not used
 * @param threads carrier threads
 * @param spinning carriers that are looking for work
 * @param idleThreads parked carriers
 * @param globalQueue runnable goroutines in the global queue, or in any without a place
 * @param localQueues runnable goroutines per place; empty when the scheduler does not tell
 */
public record SchedState(
    int gomaxprocs,
    int idleProcs,
    int threads,
    int spinning,
    int idleThreads,
    int globalQueue,
    int[] localQueues) {

  /** What is not known. */
  public static final int UNKNOWN = -1;
}
