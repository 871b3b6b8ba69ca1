package dev.goguard.benchmarks.race;

import dev.goguard.benchmarks.Machine;
import dev.goguard.benchmarks.Processes;
import dev.goguard.benchmarks.RowNames;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures programs without the race detector and with it, and prints one table:
 * {@code RaceBenchmark FOLDER AGENT GO-VERSION GO-BINARY GO-RACE-BINARY [ROW…]}, where a binary
 * need not exist; what the processes say is kept in the folder. The row {@code start-up} is another
 * program.
 */
public final class RaceBenchmark {
  private static final String START_UP = "start-up";
  private static final int STARTS = 7;
  private final Effort effort = Effort.asked();
  private final Results results = new Results();
  private final StartUp startUp = new StartUp();
  private final Path folder;
  private final Commands commands;
  private final Map<Contender, String> missing;

  private RaceBenchmark(Path folder, Commands commands) throws IOException, InterruptedException {
    this.folder = folder;
    this.commands = commands;
    this.missing = commands.missing();
  }

  public static void main(String[] args) throws Exception {
    var commands = new Commands(args[1], args[3], args[4]);
    var names = new ArrayList<>(Arrays.asList(args).subList(5, args.length));
    boolean everything = names.isEmpty();
    boolean starts = names.remove(START_UP) || everything;
    var kernels = everything || !names.isEmpty()
        ? RowNames.select(Kernel.values(), names)
        : List.<Kernel>of();
    new RaceBenchmark(Path.of(args[0]), commands).run(kernels, starts, args[2]);
  }

  private void run(List<Kernel> kernels, boolean starts, String goVersion) throws Exception {
    for (var kernel : kernels) {
      measure(kernel);
    }
    if (starts) {
      measureStartUp();
    }
    new RaceTable(results, missing).print(System.out);
    System.out.printf("%n%s%n%n%s%n", startUp.sentence(), conditions(goVersion));
  }

  private void measure(Kernel kernel) throws IOException, InterruptedException {
    for (int round = 1; round <= effort.rounds(); round++) {
      for (var contender : Contender.values()) {
        if (kernel.isRunBy(contender) && !missing.containsKey(contender)) {
          var lines = Processes.lines(
              commands.kernel(kernel, contender, effort), errors(kernel.name(), contender));
          results.add(kernel, contender, Output.parse(lines));
          System.err.printf(
              "round %d: %s: %s: %s%n",
              round, kernel.title(), contender.title(), String.join(" ", lines));
        }
      }
    }
  }

  private void measureStartUp() throws IOException, InterruptedException {
    for (int start = 0; start < STARTS; start++) {
      for (var contender : List.of(Contender.JAVA, Contender.JAVA_RACE)) {
        if (!missing.containsKey(contender)) {
          startUp.add(contender, seconds(contender));
        }
      }
    }
  }

  private double seconds(Contender contender) throws IOException, InterruptedException {
    long start = System.nanoTime();
    var lines = Processes.lines(commands.startUp(contender), errors(START_UP, contender));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (lines.isEmpty()) {
      throw new IOException(START_UP + " failed, see " + folder);
    }
    return seconds;
  }

  /** What a process says of itself, the reports of the agent among it. */
  private Redirect errors(String name, Contender contender) {
    var file = name.toLowerCase(Locale.ROOT) + "-" + contender.name().toLowerCase(Locale.ROOT);
    return Redirect.appendTo(folder.resolve(file + ".log").toFile());
  }

  private String conditions(String goVersion) {
    return """
        Milliseconds per run: the median of all iterations, ± half the distance between the quartiles.
        Live MB: the heap that a full collection leaves while the program runs, at the peak.
        Bold misses a goal: a ratio of time above Go's in the same row, a mean above %.1f, a heap more
        than %.0f times as large, a start %.1f s later. %s,
        on %s and with `%s`, on %s.""".formatted(
            RaceTable.TIME_GOAL,
            RaceTable.HEAP_GOAL,
            StartUp.GOAL_SECONDS,
            effort,
            goVersion,
            String.join(" ", Commands.FLAGS),
            Machine.description());
  }
}
