package dev.goguard.benchmarks.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a library for goroutines on virtual threads offers, in the vocabulary of the programs.
 *
 * <p>These are classes and not interfaces, and each is loaded by name: a JVM that measures one peer
 * knows one subclass of each, so the compiler binds every call and the layer costs nothing.
 */
abstract class Peer {

  /** Runs the main goroutine and waits for its end. */
  abstract void run(Task main);

  abstract void go(Task task);

  abstract void goAndJoin(Task task);

  /** A channel; capacity zero means unbuffered. */
  abstract Pipe pipe(int capacity);

  /** Receives as often as told from whichever is ready, and adds up. */
  abstract long selectSum(Pipe[] pipes, int receives);

  abstract Exclusion exclusion();

  abstract Group group(int goroutines);

  abstract void yieldNow();

  /** Starts a goroutine that receives for ever from a channel of its own, which is returned. */
  abstract Object park(AtomicInteger started);

  UnsupportedOperationException hasNone() {
    return new UnsupportedOperationException(getClass().getSimpleName());
  }
}
