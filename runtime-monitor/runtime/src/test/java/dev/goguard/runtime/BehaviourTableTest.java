package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The tables of Go's behaviours in docs/behaviour name tests that exist. */
final class BehaviourTableTest {
  private static final Path TABLES = Path.of("..", "..", "docs", "behaviour");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  static List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      List<String> others = List.of("README.md", "race.md");
      return files
          .filter(f -> !others.contains(f.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void table_everyRow_hasTestsThatExistOrAReason(Path table) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> rows = rows(Files.readAllLines(table));
    rows.forEach(row -> check(row, wrong));
    assertThat(wrong).isEmpty();
    assertThat(rows).isNotEmpty();
  }

  @Test
  void check_badRows_areAllNoticed() {
    String exists = "`BehaviourTableTest.check_badRows_areAllNoticed`";
    for (String row : List.of(
        "| a | b | `NoSuchTest.method` |",
        "| a | b | `BehaviourTableTest.noSuchMethod` |",
        "| a | b | `BehaviourTableTest.tables` |",
        "| a | b | |",
        "| a | b | none |",
        "| a | b | none: not needed |",
        "| a | b | cannot apply: |",
        "| a |  | " + exists + " |",
        "| a |")) {
      List<String> wrong = new ArrayList<>();
      check(row, wrong);
      assertThat(wrong).as(row).isNotEmpty();
    }
    List<String> wrong = new ArrayList<>();
    check("| a | b | " + exists + " |", wrong);
    check("| a | b \\| c | none: Java has no pointers |", wrong);
    assertThat(wrong).isEmpty();
  }

  /** The rows of all tables in a file, without heads and rulers. */
  private static List<String> rows(List<String> lines) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean head = i + 1 < lines.size() && lines.get(i + 1).startsWith("| ---");
      if (lines.get(i).startsWith("|") && !lines.get(i).startsWith("| ---") && !head) {
        rows.add(lines.get(i));
      }
    }
    return rows;
  }

  /** A row without a test is one whose reason stands where a test would. */
  private static void check(String row, List<String> wrong) {
    List<String> cells =
        Arrays.stream(row.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
    if (cells.size() < 4 || cells.subList(1, cells.size() - 1).contains("")) {
      wrong.add("not two or three filled cells: " + row);
      return;
    }
    Matcher tests = TEST.matcher(cells.get(cells.size() - 2));
    if (!tests.find() && !isReason(cells.get(cells.size() - 2))) {
      wrong.add("neither a test nor a sentence: " + row);
    }
    tests.reset();
    while (tests.find()) {
      if (!exists(tests.group(1), tests.group(2))) {
        wrong.add("no such test: " + tests.group());
      }
    }
  }

  /** A reason says why: it has at least four words after "none:" or the like. */
  private static boolean isReason(String cell) {
    String why = cell.replaceFirst("^(none( \\w+)?:|cannot apply:|\u2014)\\s*", "");
    return why.split("\\s+").length >= 4;
  }

  private static boolean exists(String simpleName, String method) {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(f -> f.endsWith(simpleName + ".java"))
          .anyMatch(f -> hasTest(className(f), method));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String className(Path file) {
    String path = TESTS.relativize(file).toString();
    return path.substring(0, path.length() - ".java".length())
        .replace(file.getFileSystem().getSeparator(), ".");
  }

  private static boolean hasTest(String className, String method) {
    try {
      return Arrays.stream(Class.forName(className).getDeclaredMethods())
          .filter(m -> m.getName().equals(method))
          .anyMatch(m -> AnnotationSupport.isAnnotated(m, Testable.class));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
