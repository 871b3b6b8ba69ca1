package dev.goguard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs programs in turn, round after round, and prints one table.
 *
 * <p>{@code SideBySide ROUNDS LINES FOLDER}: the contestants are the {@code *.args} of the folder,
 * in the order of their names; ratios are to the first.
 */
public final class SideBySide {
  private SideBySide() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    long lines = Long.parseLong(args[1]);
    var folder = Path.of(args[2]);
    var field = contestants(folder).stream().map(Series::new).toList();
    for (int round = 1; round <= rounds; round++) {
      runAll(field, new Jvm(folder), round);
    }
    new Table(field, lines, rounds).print(System.out);
  }

  private static List<Contestant> contestants(Path folder) throws IOException {
    var found = new ArrayList<Contestant>();
    try (var files = Files.newDirectoryStream(folder, "*.args")) {
      for (var file : files) {
        found.add(Contestant.read(file));
      }
    }
    found.sort(Comparator.comparing(Contestant::arguments));
    return found;
  }

  private static void runAll(List<Series> field, Jvm jvm, int round)
      throws IOException, InterruptedException {
    for (var series : field) {
      if (!series.contestant().missing()) {
        var measured = jvm.run(series.contestant());
        System.err.printf(
            "round %d: %s: %.1f s%n", round, series.contestant().title(), measured.seconds());
        series.add(measured);
      }
    }
  }
}
