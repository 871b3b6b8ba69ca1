package dev.goguard.runtime.internal.sched;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Prints a line per period about the scheduler, in Go's form:
 *
 * <pre>
 * SCHED 1004ms: gomaxprocs=2 idleprocs=0 threads=5 spinningthreads=0 needspinning=0 idlethreads=3 runqueue=0 [ 0 0 ]
 * </pre>
 *
 * <p>What a scheduler does not tell is left out.
 */
public final class SchedTrace {
  private static final String PROPERTY = "goguard.schedtrace";
  private static final long START = System.nanoTime();

  /** The thread that prints, or null; guarded by the class. */
  private static Thread printer;

  private SchedTrace() {}

  /** Starts printing when the property asks for it, in milliseconds. */
  public static void startIfAsked() {
    long millis = asked();
    if (millis > 0) {
      every(TimeUnit.MILLISECONDS.toNanos(millis), System.err);
    }
  }

  /**
   * Looks at the property.
   *
   * @throws IllegalArgumentException when its value is no period
   */
  static void check() {
    if (asked() < 0) {
      throw new IllegalArgumentException("-D" + PROPERTY + "=" + System.getProperty(PROPERTY)
          + ": not a whole number of milliseconds, 0 for none");
    }
  }

  /** The period in milliseconds, 0 for none, negative for a value that makes no sense. */
  private static long asked() {
    try {
      return Integer.parseInt(System.getProperty(PROPERTY, "0"));
    } catch (NumberFormatException e) {
      return -1;
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
    append(text, " idleprocs=", state.idleProcs());
    append(text, " threads=", state.threads());
    append(text, " spinningthreads=", state.spinning());
    append(text, " needspinning=", state.spinning() == SchedState.UNKNOWN ? state.spinning() : 0);
    append(text, " idlethreads=", state.idleThreads());
    append(text, " runqueue=", state.globalQueue());
    return text.append(queues(state.localQueues())).toString();
  }

  private static void append(StringBuilder text, String name, int number) {
    if (number != SchedState.UNKNOWN) {
      text.append(name).append(number);
    }
  }

  private static String queues(int[] lengths) {
    return lengths.length == 0
        ? ""
        : IntStream.of(lengths).mapToObj(Integer::toString).collect(joining(" ", " [ ", " ]"));
  }
}
