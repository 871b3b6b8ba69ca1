package dev.goguard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs programs as {@code goguard run} does for users. */
class RunIT {
  private static final Path JAR = Path.of("target/goguard.jar").toAbsolutePath();
  private static final String PROGRAM = """
      public class Count {
        static int count;
        public static void main(String[] words) throws Exception {
          System.out.println(String.join("|", words) + System.getProperty("mark", ""));
          if (words[0].equals("race")) {
            Thread other = new Thread(() -> count = 1);
            other.start();
            count = 2;
            other.join();
          } else if (words[0].equals("exit")) {
            System.exit(9);
          } else if (words[0].equals("read")) {
            System.out.println("got " + System.in.read());
          }
        }
      }
      """;

  @TempDir
  Path root;

  @BeforeEach
  void compile() throws IOException {
    Path source = Files.writeString(root.resolve("Count.java"), PROGRAM);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isZero();
  }

  @Test
  void run_programWithARace_exits66AndWritesReports() throws Exception {
    Run run = run("run", "--race", "--sarif", "r.sarif", "--html", "r.html", "Count", "race");
    assertThat(run.code()).as(run.text()).isEqualTo(66);
    assertThat(run.text()).contains("WARNING: DATA RACE", "Count.count", "found 1 data race");
    assertThat(root.resolve("r.sarif")).content().contains("\"uri\" : \"Count.java\"");
    assertThat(root.resolve("r.html")).content().contains("<section>");
  }

  @Test
  void run_programWithoutRace_hasItsOwnExitCodeAndInput() throws Exception {
    assertThat(run("run", "-cp", ".", "Count", "exit").code()).isEqualTo(9);
    Run read = run("run", "Count", "read", "--race", "-x");
    assertThat(read.code()).as(read.text()).isZero();
    assertThat(read.text()).contains("read|--race|-x", "got 65").doesNotContain("goguard");
  }

  @Test
  void run_optionsForAgentAndJvm_arePassedOn() throws Exception {
    Run run = run("run", "-J-Dmark=!", "--agent", "exitcode=5", "Count", "race");
    assertThat(run.code()).as(run.text()).isEqualTo(5);
    assertThat(run.text()).contains("race!");
  }

  @Test
  void run_reportThatCannotBeWritten_exits2BeforeTheProgram() throws Exception {
    Run run = run("run", "--sarif", "Count.java/r.sarif", "Count", "race");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.text()).contains("goguard: option sarif: cannot write");
    assertThat(run.text()).doesNotContain("race\n");
  }

  @Test
  void demo_race_tellsARaceOfTheService() throws Exception {
    Run run = run("demo", "--race");
    assertThat(run.code()).as(run.text()).isEqualTo(66);
    assertThat(run.text()).contains("WARNING: DATA RACE", "shop.payments.DailyReport");
  }

  @Test
  void run_stopped_stopsTheProgram() throws Exception {
    Process process = start(List.of("run", "Count", "read"), ProcessBuilder.Redirect.PIPE);
    try (var out = process.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("read");
      List<ProcessHandle> children = process.children().toList();
      assertThat(children).hasSize(1);
      process.destroy();
      children.get(0).onExit().join();
      assertThat(process.waitFor()).isNotZero();
    }
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    Path input = Files.writeString(root.resolve("input"), "A");
    Process process = start(List.of(arguments), ProcessBuilder.Redirect.from(input.toFile()));
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), text);
  }

  private Process start(List<String> arguments, ProcessBuilder.Redirect input) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(root.toFile())
        .redirectErrorStream(true)
        .redirectInput(input)
        .start();
  }

  private record Run(int code, String text) {}
}
