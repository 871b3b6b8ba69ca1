package dev.goguard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Java program to be measured, described by a {@code java @file} argument file: its first comment
 * is the title, a comment {@code # exit 0 1} names the exit codes of success, and no arguments at
 * all mean that it is missing.
 *
 * @param title what the table calls it
 * @param arguments the argument file
 * @param successes exit codes that mean it did its work
 * @param missing whether there is nothing to run
 */
record Contestant(String title, Path arguments, Set<Integer> successes, boolean missing) {
  private static final String EXIT = "# exit ";

  static Contestant read(Path arguments) throws IOException {
    var lines = Files.readAllLines(arguments);
    return new Contestant(
        lines.get(0).substring(2),
        arguments,
        successes(lines),
        lines.stream().allMatch(Contestant::isComment));
  }

  private static Set<Integer> successes(List<String> lines) {
    var codes = lines.stream()
        .filter(line -> line.startsWith(EXIT))
        .flatMap(line -> Arrays.stream(line.substring(EXIT.length()).split(" ")))
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
    return codes.isEmpty() ? Set.of(0) : codes;
  }

  private static boolean isComment(String line) {
    return line.startsWith("#") || line.isBlank();
  }
}
