package dev.goguard.runtime.internal.sched;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints a line per period about the scheduler, in Go's form:
 *
 * <pre>
 * SCHED 1004ms: gomaxprocs=2 idleprocs=0 threads=5 spinningthreads=0 needspinning=0 idlethreads=3 runqueue=0 [ 0 0 ]
 * </pre>
 */
public final class SchedTrace {
  private static final String PROPERTY = "goguard.schedtrace";
  private static final long START = System.nanoTime();

  /** The thread that prints, or null; guarded by the class. */
  private static Thread printer;

  private SchedTrace() {}

  /** Starts printing when the property asks for it, in milliseconds. */
  public static void startIfAsked() {
    int millis = Integer.getInteger(PROPERTY, 0);
    if (millis > 0) {
      every(TimeUnit.MILLISECONDS.toNanos(millis), System.err);
    }
  }

  /** Prints with another period from now on; 0 or less stops. */
  public static synchronized void every(long nanos, PrintStream out) {
    if (printer != null) {
      printer.interrupt();
      printer = null;
    }
    if (nanos > 0) {
      printer = new Thread(null, () -> print(nanos, out), "goguard-schedtrace", 0, false);
      printer.setDaemon(true);
      printer.setContextClassLoader(null);
      printer.start();
    }
  }

  private static void print(long nanos, PrintStream out) {
    long next = System.nanoTime() + nanos;
    while (!Thread.currentThread().isInterrupted()) {
      long late = System.nanoTime() - next;
      if (late < 0) {
        LockSupport.parkNanos(-late);
      } else {
        out.println(line(elapsedMillis(), Scheduler.current().state()));
        next += due(late, nanos);
      }
    }
  }

  /** The time from one line to the next; periods missed, as while a laptop sleeps, are skipped. */
  static long due(long late, long nanos) {
    return late - late % nanos + nanos;
  }

  private static long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - START);
  }

  /** One line, without its end. */
  static String line(long millis, SchedState state) {
    StringBuilder text = new StringBuilder("SCHED ");
    text.append(millis).append("ms: gomaxprocs=").append(state.gomaxprocs());
    text.append(" idleprocs=").append(state.idleProcs());
    text.append(" threads=").append(state.threads());
    text.append(" spinningthreads=").append(state.spinning());
    text.append(" needspinning=0 idlethreads=").append(state.idleThreads());
    text.append(" runqueue=").append(state.globalQueue()).append(" [ ");
    for (int length : state.localQueues()) {
      text.append(length).append(' ');
    }
    return text.append(']').toString();
  }
}
