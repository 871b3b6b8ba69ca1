package corpus.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.Chan;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The race detector finds every race of the corpus, and nothing else. */
final class RaceCorpusIT {
  private static final Path AGENT = Path.of("../runtime-monitor/agent/target/goguard-agent.jar");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path LOG = Path.of("target", "race.log");
  private static final Path DETAILS = Path.of("target", "race-details.txt");

  @Test
  void corpus_underTheAgent_isExact() throws Exception {
    run();
    List<String> log = Files.readAllLines(LOG);
    RaceTable table = RaceTable.of(log, SOURCES);

    try (PrintStream details = new PrintStream(DETAILS.toFile(), StandardCharsets.UTF_8)) {
      table.printDetails(details);
    }
    assertThat(table.isRight()).as("details in %s%n%s", DETAILS, text(table)).isTrue();
    assertThat(log.stream().filter(line -> line.startsWith(RunLog.END)))
        .as("programs that have run")
        .hasSameSizeAs(Programs.all());
  }

  /** With races reported, the exit code is the agent's. */
  private static void run() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = location(RaceCorpus.class) + File.pathSeparator + location(Chan.class);
    new ProcessBuilder(
            java.toString(),
            "-javaagent:" + AGENT + "=race",
            "-cp",
            classPath,
            RaceCorpus.class.getName())
        .redirectError(LOG.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String text(RaceTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
