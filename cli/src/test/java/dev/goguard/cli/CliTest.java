package dev.goguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.Statistics;
import dev.goguard.analysis.check.Analysis;
import dev.goguard.analysis.ir.SourceRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
  private static final Rule LOCK = rule("LeakyLock");
  private static final Rule TASK = rule("LostTask");

  @TempDir
  Path root;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();
  private Analysis analysis = (sources, rules, models) -> result(sources);
  private String source;

  @BeforeEach
  void writeSource() throws IOException {
    source = Files.writeString(root.resolve("A.java"), "class A { lock(); }").toString();
  }

  @Test
  void check_nothingFound_exits0() {
    assertThat(execute("check", source)).isZero();
    assertThat(out).hasToString("0 errors, 0 warnings in 1 file; 0.0 % of calls unresolved\n");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "error,   error, 1",
    "warning, error, 0",
    "warning, warning, 1",
    "note,    warning, 0",
    "note,    NOTE, 1"
  })
  void check_finding_exitsByTheThreshold(String severity, String failOn, int code) {
    find(Severity.valueOf(severity.toUpperCase(Locale.ROOT)));
    assertThat(execute("check", source, "--fail-on", failOn)).isEqualTo(code);
    assertThat(out.toString())
        .startsWith("A.java:1:11: " + severity + ": lock is kept [LeakyLock]\n");
  }

  @Test
  void check_twoRules_runsThoseAlone() {
    analysis = (sources, rules, models) -> {
      assertThat(rules).containsExactly(TASK);
      return result(sources);
    };
    assertThat(execute("check", source, "--rules", "LostTask,LostTask")).isZero();
  }

  @Test
  void check_options_reachTheAnalysis() throws IOException {
    Path models = Files.writeString(root.resolve("models.yaml"), "");
    analysis = (sources, rules, files) -> {
      assertThat(files).containsExactly(models);
      assertThat(sources.classPath()).containsExactly(root);
      assertThat(sources.release()).isEqualTo(11);
      assertThat(sources.jdkHome()).isEqualTo(Path.of(System.getProperty("java.home")));
      assertThat(sources.encoding()).isEqualTo(StandardCharsets.ISO_8859_1);
      return result(sources);
    };
    String[] arguments = {
      "check",
      source,
      "--models",
      models.toString(),
      "-cp",
      root.toString(),
      "--release",
      "11",
      "--encoding",
      "latin1",
      "--jdk",
      System.getProperty("java.home")
    };
    assertThat(execute(arguments)).as(err.toString()).isZero();
  }

  @Test
  void check_reportFiles_areWritten() {
    find(Severity.WARNING);
    Path sarif = root.resolve("reports/goguard.sarif");
    Path html = root.resolve("reports/goguard.html");
    assertThat(execute("check", source, "--sarif", sarif.toString(), "--html", html.toString()))
        .isEqualTo(1);
    assertThat(sarif).content().contains("\"ruleId\" : \"LeakyLock\"");
    assertThat(html).content().contains("lock is kept");
  }

  @Test
  void check_reportFileThatCannotBeWritten_startsNoAnalysis() {
    analysis = (sources, rules, models) -> {
      throw new AssertionError("analysed in vain");
    };
    assertThat(execute("check", source, "--sarif", root.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("it is a folder").doesNotContain("in vain");
  }

  @Test
  void check_json_isAllThatIsPrinted() {
    assertThat(execute("check", source, "--format", "json")).isZero();
    assertThat(out.toString()).startsWith("{").contains("\"files\" : 1");
  }

  @Test
  void check_gitHub_appendsTheJobSummary() throws IOException {
    Path summary = Files.writeString(root.resolve("summary.md"), "before\n");
    environment.put("GITHUB_STEP_SUMMARY", summary.toString());
    find(Severity.WARNING);
    execute("check", source, "--format", "github");
    assertThat(out.toString()).startsWith("::warning file=A.java,");
    assertThat(summary).content().startsWith("before\n## GoGuard").contains("LeakyLock");
  }

  @Test
  void check_baseline_silencesWhatItKnows() {
    find(Severity.ERROR);
    String baseline = root.resolve("baseline.sarif").toString();
    assertThat(execute("check", source, "--baseline", baseline, "--update-baseline"))
        .isZero();
    assertThat(execute("check", source, "--baseline", baseline)).isZero();
    assertThat(out.toString()).contains("1 in the baseline; 0 fixed since");
  }

  @Test
  void check_nothingAnalyzed_exits2() {
    analysis = (sources, rules, models) ->
        new AnalysisResult(List.of(), List.of(), List.of(), new Statistics(1, 1, 0, 0, 0));
    assertThat(execute("check", source)).isEqualTo(2);
    assertThat(err.toString()).contains("no file could be analysed");
  }

  @Test
  void check_partlyAnalyzed_keepsTheExitCodeAndSaysSo() {
    analysis = (sources, rules, models) ->
        new AnalysisResult(List.of(), List.of(), List.of(), new Statistics(2, 1, 0, 0, 0));
    assertThat(execute("check", source)).isZero();
    assertThat(out.toString()).contains("1 MORE COULD NOT BE ANALYSED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check nowhere            | goguard: no such file or folder: nowhere",
        "check %s/empty           | no Java files in",
        "check %s/notes.txt       | notes.txt is not Java source",
        "check %s/broken.jar      | broken.jar is not a readable archive",
        "check A --rules LekyLock | no rule is called LekyLock; did you mean LeakyLock?",
        "check A --format xml     | --format",
        "check A --fail-on bad    | --fail-on",
        "check A --release 7      | release 7 is not supported; use 8 to 25",
        "check A --release x      | --release",
        "check A --jdk %s         | is not a JDK",
        "check A --encoding nope  | this JVM knows no encoding 'nope'",
        "check A -cp no/x.jar     | class path entries do not exist: no/x.jar",
        "check A --models no.yaml | no such file of API models: no.yaml",
        "check A --baseline none  | baseline none does not exist; write it with --update-baseline",
        "check A --update-baseline | --update-baseline needs --baseline",
        "check A --sarif %s       | it is a folder",
        "check A --sarf x         | --sarf",
        "explain LekyLock         | did you mean LeakyLock?",
        "explain                  | RULE",
        "chek                     | goguard check",
        "run                      | name the class with main",
        "run --leaks A            | --leaks is not built yet",
        "run --deadlocks A        | --deadlocks is not built yet",
        "run --rase A             | Unknown option: '--rase'",
        "run no.Main              | there is no class no.Main on the class path .",
        "run -cp nowhere Main     | the class path names nowhere, which does not exist",
        "run -jar none.jar        | there is no jar none.jar",
        "run -cp . -jar none.jar  | -jar and -cp exclude each other",
        "score --all              | this command is not built yet",
        "merge                    | this command is not built yet",
        "check A -cp %s/broken.jar | is not a readable jar",
        "' '                      | Unmatched argument",
      })
  void execute_badInput_exits2AndNamesIt(String line) throws IOException {
    Files.createDirectories(root.resolve("empty"));
    Files.writeString(root.resolve("notes.txt"), "");
    Files.writeString(root.resolve("broken.jar"), "");
    String[] parts = line.split("\\|");
    String[] arguments = parts[0].strip().replace("%s", root.toString()).split(" ");
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i].equals("A") ? source : arguments[i];
    }
    assertThat(execute(arguments)).isEqualTo(2);
    assertThat(err.toString()).startsWith("goguard: ").contains(parts[1].strip());
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void check_emptyPath_exits2AndSaysWhatToName() {
    assertThat(execute("check", "")).isEqualTo(2);
    assertThat(err.toString()).startsWith("goguard: a path is empty; name a folder");
  }

  @Test
  void execute_plannedCommand_suggestsNoOther() {
    execute("score", "A.java");
    assertThat(err.toString()).doesNotContain("Did you mean");
  }

  @Test
  void check_help_saysWhatUnanalysedFilesDo() {
    assertThat(execute("check", "--help")).isZero();
    assertThat(out.toString()).contains("files that could not be analysed");
  }

  @Test
  void execute_noCommand_exits2() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("name a command");
  }

  @Test
  void execute_ownBug_saysSoWithoutTrace() {
    analysis = (sources, rules, models) -> {
      throw new IllegalStateException("oops");
    };
    assertThat(execute("check", source)).isEqualTo(2);
    assertThat(err.toString()).contains("a bug of GoGuard", "oops").doesNotContain("\tat ");
  }

  @Test
  void execute_ownBugWhileDebugging_showsTheTrace() {
    environment.put("GOGUARD_DEBUG", "1");
    analysis = (sources, rules, models) -> {
      throw new IllegalStateException("oops");
    };
    execute("check", source);
    assertThat(err.toString()).contains("\tat ");
  }

  @Test
  void execute_heapExhausted_saysHowToEnlargeIt() {
    analysis = (sources, rules, models) -> {
      throw new OutOfMemoryError();
    };
    assertThat(execute("check", source)).isEqualTo(2);
    assertThat(err.toString()).contains("-Xmx").doesNotContain("\tat ");
  }

  @Test
  void execute_heapExhaustedInAnotherThread_saysTheSame() {
    analysis = (sources, rules, models) -> {
      throw new IllegalStateException(new ExecutionException(new OutOfMemoryError()));
    };
    assertThat(execute("check", source)).isEqualTo(2);
    assertThat(err.toString()).contains("-Xmx");
  }

  @Test
  void rules_text_listsThem() {
    assertThat(execute("rules")).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "LeakyLock  warning  summary of LeakyLock", "LostTask   warning  summary of LostTask");
  }

  @Test
  void rules_json_hasTheCwe() {
    assertThat(execute("rules", "--format", "json")).isZero();
    assertThat(out.toString()).contains("\"name\" : \"LeakyLock\"", "\"cwe\" : [ 362 ]");
  }

  @Test
  void explain_rule_printsItsDocument() {
    assertThat(execute("explain", "LeakyLock")).isZero();
    assertThat(out).hasToString("summary of LeakyLock\n");
  }

  private int execute(String... arguments) {
    Console console = new Console(false, environment, root);
    return new Cli(analysis, List.of(LOCK, TASK), console)
        .to(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(arguments);
  }

  private void find(Severity severity) {
    Location place = new Location("A.java", new SourceRange(1, 11, 1, 15, 10, 14));
    Finding finding =
        new Finding("LeakyLock", severity, "lock is kept", place, "A", List.of(), List.of(), "f1");
    analysis = (sources, rules, models) ->
        new AnalysisResult(List.of(finding), List.of(), List.of(), new Statistics(1, 0, 1, 0, 0));
  }

  private static AnalysisResult result(SourceSet sources) {
    return new AnalysisResult(
        List.of(), List.of(), List.of(), new Statistics(sources.files().size(), 0, 1, 0, 0));
  }

  private static Rule rule(String name) {
    return new Rule() {
      @Override
      public RuleInfo info() {
        return new RuleInfo(name, Severity.WARNING, "summary of " + name, List.of(362), "test");
      }

      @Override
      public void run(Pass pass) {}
    };
  }
}
