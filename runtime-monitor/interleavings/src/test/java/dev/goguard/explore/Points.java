package dev.goguard.explore;

import dev.goguard.explore.Strand.State;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** What instrumented code calls, before or in place of what it has called; see {@link Woven}. */
public final class Points {
  private Points() {}

  /** The strand that calls, or null when the thread is none of ours. */
  private static Strand current() {
    return Thread.currentThread() instanceof Strand strand ? strand : null;
  }

  /** Before memory that others see is touched. */
  public static void point() {
    Strand strand = current();
    if (strand != null) {
      strand.execution.point(strand);
    }
  }

  /** For {@link Thread#onSpinWait} and {@link Thread#yield}. */
  public static void spin() {
    Strand strand = current();
    if (strand != null) {
      strand.execution.spin(strand);
    }
  }

  /** For {@link LockSupport#parkNanos(long)}: any time is over at once. */
  public static void parkNanos(long nanos) {
    spin();
  }

  /** For {@link LockSupport#parkNanos(Object, long)}. */
  public static void parkNanos(Object blocker, long nanos) {
    spin();
  }

  /** For {@link LockSupport#park(Object)}, which here does not return for no reason. */
  public static void park(Object blocker) {
    Strand strand = current();
    if (strand == null) {
      LockSupport.park(blocker);
      return;
    }
    strand.execution.block(strand, State.PARKED);
    strand.permit = false;
  }

  /** For {@link LockSupport#unpark}. */
  public static void unpark(Thread thread) {
    point();
    if (thread instanceof Strand strand) {
      strand.permit = true;
    } else {
      LockSupport.unpark(thread);
    }
  }

  /** For {@link Thread#interrupted}. */
  public static boolean interrupted() {
    point();
    Strand strand = current();
    return strand == null ? Thread.interrupted() : strand.clearInterrupt();
  }

  /** For {@link System#nanoTime}: no time passes. */
  public static long nanoTime() {
    return current() == null ? System.nanoTime() : 0;
  }

  /** For {@link ThreadLocalRandom#nextInt(int)}: every number is tried. */
  public static int random(ThreadLocalRandom random, int bound) {
    Strand strand = current();
    return strand == null ? random.nextInt(bound) : strand.execution.choose(bound);
  }

  /** Starts a strand of the current execution. */
  public static Thread start(Runnable body) {
    return strand().execution.start(body);
  }

  /** Waits for the end of a strand. */
  public static void join(Thread thread) {
    Strand strand = strand();
    strand.joined = (Strand) thread;
    strand.execution.block(strand, State.JOINING);
  }

  private static Strand strand() {
    if (Thread.currentThread() instanceof Strand strand) {
      return strand;
    }
    throw new IllegalStateException("not explored");
  }
}
