package corpus.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every program is listed, and its comments fit its name. */
final class ProgramsTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  @Test
  void all_programs_areThoseOfTheSources() throws IOException {
    assertThat(Programs.all())
        .extracting(Program::name)
        .containsExactlyInAnyOrderElementsOf(written());
  }

  @Test
  void all_programs_haveRacesUnlessTheirNamesDenyIt() {
    assertThat(Programs.all())
        .allSatisfy(program ->
            assertThat(hasRaces(program)).as(program.name()).isNotEqualTo(program.isSilent()));
  }

  @Test
  void selected_byClassAndMethod_areThose() {
    Program some = Programs.all().get(0);
    Class<?> type = some.method().getDeclaringClass();

    assertThat(Programs.selected(some.method().getName())).contains(some);
    assertThat(Programs.selected(some.name())).containsExactly(some);
    assertThat(Programs.selected(type.getSimpleName()))
        .containsAll(Programs.of(type).toList());
  }

  private static boolean hasRaces(Program program) {
    String type = program.method().getDeclaringClass().getName();
    return !Expectations.of(SOURCES, type).races(program.method().getName()).isEmpty();
  }

  private static List<String> written() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("corpus/race"))) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .map(f -> SOURCES.relativize(f).toString().replace('/', '.').replaceFirst("\\.java$", ""))
          .flatMap(
              type -> Expectations.of(SOURCES, type).methods().stream().map(m -> type + "." + m))
          .toList();
    }
  }
}
