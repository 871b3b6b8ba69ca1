package corpus.race;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * Runs the programs of the race corpus one after another. The arguments select classes or methods;
 * without any, all are run. Standard error shows where each begins and ends, so that what a race
 * detector writes between the two belongs to that program.
 */
public final class RaceCorpus {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PrintStream log;
  private final Duration patience;
  private volatile boolean failed; // a thread that hangs may still fail

  RaceCorpus(PrintStream log, Duration patience) {
    this.log = log;
    this.patience = patience;
  }

  public static void main(String[] words) throws InterruptedException {
    RaceCorpus corpus = new RaceCorpus(System.err, PATIENCE);
    corpus.runAll(Programs.selected(words));
    if (corpus.failed) {
      System.exit(1); // what hangs may keep the JVM alive
    }
  }

  void runAll(List<Program> programs) throws InterruptedException {
    for (Program program : programs) {
      log.println(RunLog.RUN + program.name());
      runToTheEnd(program);
      log.println(RunLog.END + program.name());
    }
  }

  /** Each program has a thread of its own: one that hangs does not stop the others. */
  private void runToTheEnd(Program program) throws InterruptedException {
    Thread thread = new Thread(() -> runInThread(program), program.name());
    thread.setDaemon(true);
    thread.start();
    if (!thread.join(patience)) {
      failed = true;
      log.println(RunLog.FAIL + program.name() + ": hangs");
      Throwable where = new Throwable("where it hangs");
      where.setStackTrace(thread.getStackTrace());
      where.printStackTrace(log);
    }
  }

  private void runInThread(Program program) {
    try {
      program.run();
    } catch (Throwable e) {
      failed = true;
      log.println(RunLog.FAIL + program.name() + ": " + e);
      e.printStackTrace(log);
    }
  }
}
