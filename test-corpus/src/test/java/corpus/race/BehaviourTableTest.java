package corpus.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table docs/behaviour/race.md has each of Go's race tests once. */
final class BehaviourTableTest {
  private static final Path TABLE = Path.of("..", "docs", "behaviour", "race.md");
  private static final Path UPSTREAM = Path.of("src/test/resources/corpus/race/upstream.txt");

  private static final Pattern SECTION = Pattern.compile("## (\\w+_test\\.go)");
  private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| (.*) \\|");
  private static final Pattern PROGRAM = Pattern.compile("`(\\w+)\\.(\\w+)`.*");

  /** A row: the file and the name of the upstream test, and what stands beside it. */
  private record Row(String upstream, String cell) {}

  @Test
  void rows_upstreamTests_areAllThereOnce() throws IOException {
    assertThat(rows())
        .extracting(Row::upstream)
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(UPSTREAM));
  }

  @Test
  void rows_programs_exist() throws IOException {
    Map<String, Program> programs = new LinkedHashMap<>();
    Programs.all().forEach(p -> programs.put(ofClass(p), p));
    for (Row row : rows()) {
      Matcher program = PROGRAM.matcher(row.cell());
      if (program.matches()) {
        assertThat(programs).as(row.upstream()).containsKey(name(program));
        assertThat(program.group(2)).isEqualTo(methodOf(row.upstream()));
      }
    }
  }

  @Test
  void rows_withoutProgram_haveAReason() throws IOException {
    assertThat(rows())
        .filteredOn(row -> !PROGRAM.matcher(row.cell()).matches())
        .allSatisfy(row -> assertThat(row.cell().split(" ")).hasSizeGreaterThan(3));
  }

  private static String ofClass(Program program) {
    Class<?> type = program.method().getDeclaringClass();
    return type.getSimpleName() + "." + program.method().getName();
  }

  private static String name(Matcher program) {
    return program.group(1) + "." + program.group(2);
  }

  /** TestRaceX is raceX. */
  private static String methodOf(String upstream) {
    String test = upstream.substring(upstream.indexOf(" Test") + " Test".length());
    return Character.toLowerCase(test.charAt(0)) + test.substring(1);
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    String file = "no file";
    for (String line : Files.readAllLines(TABLE)) {
      Matcher section = SECTION.matcher(line);
      Matcher row = ROW.matcher(line);
      if (section.matches()) {
        file = section.group(1);
      } else if (row.matches() && row.group(1).startsWith("Test")) {
        rows.add(new Row(file + " " + row.group(1), row.group(2)));
      }
    }
    return rows;
  }
}
