package dev.goguard.analysis.report;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Flow;
import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Sample;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.Statistics;
import dev.goguard.analysis.Suppressed;
import dev.goguard.analysis.ir.SourceFile;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.source.SourceText;
import dev.goguard.analysis.suppress.Baseline;
import dev.goguard.analysis.suppress.Comparison;
import dev.goguard.analysis.suppress.Fingerprints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** An outcome in which every feature of a report occurs. */
final class Outcomes {
  static final String PATH = "src/a b/Bank.java";
  private static final String TEXT = """
      class Bank {
      \tint balance;
      \tvoid open() {
      \t\tGo.go(() -> balance++);
      \t\tbalance++; // 100 % <sure> & "safe"
      \t\tlock.lock();
      \t}
      }
      """;

  private Outcomes() {}

  /** Two fresh findings, one of them with related places and flows; the rest of what can occur. */
  static Outcome everything(Path root) throws IOException {
    List<Finding> findings = Fingerprints.assign(List.of(race(), leak(), known(), quiet()));
    AnalysisResult result = new AnalysisResult(
        findings.subList(0, 3),
        List.of(new Suppressed(findings.get(3), "it is \"fine\"", at("class Bank"))),
        notifications(),
        new Statistics(3, 1, 120, 40, 5));
    Comparison comparison = new Comparison(
        true,
        findings.subList(0, 2),
        Set.of(findings.get(2).fingerprint()),
        List.of(
            new Baseline.Entry("0123", "LockNotReleased", "warning", "gone", "src/Old.java", 3)));
    return new Outcome(result, comparison, rules(), sources(root), "check", root, 2);
  }

  /** Nothing found in one file. */
  static Outcome nothing(Path root) throws IOException {
    return empty(root, new Statistics(1, 0, 8, 2, 0));
  }

  /** The only file could not be analysed. */
  static Outcome unreadable(Path root) throws IOException {
    return empty(root, new Statistics(1, 1, 0, 0, 0));
  }

  private static Outcome empty(Path root, Statistics statistics) throws IOException {
    AnalysisResult result = new AnalysisResult(List.of(), List.of(), List.of(), statistics);
    return new Outcome(
        result, Comparison.withoutBaseline(List.of()), rules(), sources(root), "check", root, 0);
  }

  private static Finding race() {
    return new Finding(
        "CapturedLocalRace",
        Severity.ERROR,
        "balance is written by two tasks, 50 % of updates can be lost: guard it, <or> use an AtomicInteger",
        at("balance++"),
        "Bank.open",
        List.of(new FlowStep(at("int balance"), "declared here")),
        List.of(
            new Flow("task", List.of(new FlowStep(at("balance++)"), "written here"))),
            new Flow(
                "spawner",
                List.of(
                    new FlowStep(at("Go.go"), "spawned here"),
                    new FlowStep(at("balance++;"), "written here")))),
        "");
  }

  private static Finding leak() {
    return Sample.finding("LockNotReleased", at("lock.lock()"), "lock is never released");
  }

  private static Finding known() {
    return Sample.finding("LockNotReleased", at("lock.lock()"), "known of old");
  }

  private static Finding quiet() {
    return Sample.finding("LockNotReleased", at("lock.lock()"), "suppressed one");
  }

  private static List<Notification> notifications() {
    return List.of(
        new Notification(
            Severity.ERROR,
            "syntax-error",
            "not analysed: ';' expected",
            new Location("src/Broken.java", SourceRange.NONE),
            null),
        new Notification(
            Severity.NOTE,
            "unused-suppression",
            "nothing here needs it",
            at("class Bank"),
            "LockNotReleased"),
        new Notification(Severity.WARNING, "unresolved-class-path", "pass -cp", null, null));
  }

  private static List<Rule> rules() {
    return List.of(
        new Listed(new RuleInfo(
            "CapturedLocalRace", Severity.WARNING, "local written by tasks", List.of(362), "race")),
        new Listed(
            new RuleInfo("LockNotReleased", Severity.WARNING, "lock kept", List.of(772), "lock")));
  }

  /** A rule that has run already. */
  record Listed(RuleInfo info) implements Rule {
    @Override
    public void run(Pass pass) {}
  }

  private static SourceText sources(Path root) throws IOException {
    Path file = root.resolve("Bank.java");
    Files.writeString(file, TEXT);
    return SourceText.of(new SourceSet(
        List.of(new SourceUnit(file, PATH)), List.of(), 21, root, StandardCharsets.UTF_8));
  }

  private static Location at(String fragment) {
    SourceFile file = Sample.file(PATH, TEXT);
    return Sample.at(file, fragment.strip());
  }
}
