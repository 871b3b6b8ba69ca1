package dev.goguard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The log that {@code -Xlog:gc,gc+heap+exit} writes. */
record GcLog(List<String> lines) {
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");
  private static final Pattern AT_EXIT =
      Pattern.compile("(?:PSYoungGen|ParOldGen|garbage-first heap).* used (\\d+)K");

  static GcLog read(Path file) throws IOException {
    return new GcLog(Files.readAllLines(file));
  }

  /** The most heap in use at any time, garbage included. */
  long peakMegabytes() {
    return Math.max(largest(1), atExitMegabytes());
  }

  /** The most heap in use right after a collection. */
  long largestAfterCollection() {
    return largest(2);
  }

  private long largest(int group) {
    return lines.stream()
        .map(COLLECTION::matcher)
        .filter(match -> match.find())
        .mapToLong(match -> Long.parseLong(match.group(group)))
        .max()
        .orElse(0);
  }

  private long atExitMegabytes() {
    return lines.stream()
            .map(AT_EXIT::matcher)
            .filter(match -> match.find())
            .mapToLong(match -> Long.parseLong(match.group(1)))
            .sum()
        / 1024;
  }
}
