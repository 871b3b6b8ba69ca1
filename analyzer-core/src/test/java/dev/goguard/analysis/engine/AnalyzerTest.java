package dev.goguard.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.Suppressed;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.frontend.spoon.SpoonFrontEnd;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.source.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerTest {
  @TempDir
  Path folder;

  /** Reports every start of a task. */
  private static final class EverySpawn implements Rule {
    private static final RuleInfo INFO =
        new RuleInfo("EverySpawn", Severity.WARNING, "a task is started", List.of(1), "spawn");

    @Override
    public RuleInfo info() {
      return INFO;
    }

    @Override
    public void run(Pass pass) {
      for (Body body : pass.bodiesWith(EventKind.SPAWN)) {
        for (Node node : pass.cfg(body).orElseThrow().with(EventKind.SPAWN)) {
          pass.report(body, node.event().range(), "a task is started").submit();
        }
      }
    }
  }

  private AnalysisResult analyze(List<Path> models, String... sources) throws IOException {
    List<SourceUnit> units = new ArrayList<>();
    for (int i = 0; i < sources.length; i++) {
      String name = (char) ('A' + i) + ".java";
      units.add(new SourceUnit(Files.writeString(folder.resolve(name), sources[i]), name));
    }
    return new Analyzer(new SpoonFrontEnd(), Set.of("EverySpawn"))
        .analyze(
            new SourceSet(units, List.of(), 21, Jdk.running().home(), StandardCharsets.UTF_8),
            List.of(new EverySpawn()),
            models);
  }

  @Test
  void analyze_suppressedFinding_isKeptApartWithItsReason() throws IOException {
    AnalysisResult result = analyze(List.of(), """
        class A {
          void m(Thread t, Thread u) {
            t.start();
            u.start(); // goguard:ignore EverySpawn it is a daemon
          }
        }
        """);
    assertThat(result.findings())
        .extracting(f -> f.location().range().startLine(), Finding::element)
        .containsExactly(tuple(3, "A.m"));
    assertThat(result.suppressed())
        .extracting(Suppressed::reason, s -> s.finding().location().range().startLine())
        .containsExactly(tuple("it is a daemon", 4));
    assertThat(result.notifications()).isEmpty();
    assertThat(result.statistics().files()).isEqualTo(1);
  }

  @Test
  void analyze_movedLine_keepsItsFingerprint() throws IOException {
    String source = "class A {\n void m(Thread t) { t.start(); }\n}";
    Finding before = analyze(List.of(), source).findings().get(0);
    Finding moved = analyze(List.of(), "\n\n" + source).findings().get(0);
    assertThat(moved.location().range().startLine())
        .isEqualTo(before.location().range().startLine() + 2);
    assertThat(moved.fingerprint()).isNotEmpty().isEqualTo(before.fingerprint());
  }

  @Test
  void analyze_sameFindingTwice_hasTwoFingerprints() throws IOException {
    AnalysisResult result =
        analyze(List.of(), "class A { void m(Thread t) { t.start(); t.start(); } }");
    assertThat(result.findings()).hasSize(2);
    assertThat(result.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
  }

  @Test
  void analyze_brokenFile_costsThatFile() throws IOException {
    AnalysisResult result =
        analyze(List.of(), "class A { void m( { }", "class B { void m(Thread t) { t.start(); } }");
    assertThat(result.findings()).extracting(f -> f.location().file()).containsExactly("B.java");
    assertThat(result.notifications()).extracting(n -> n.kind()).contains("syntax-error");
    assertThat(result.statistics().failed()).isEqualTo(1);
  }

  @Test
  void analyze_userModel_isUnderstood() throws IOException {
    Path models = Files.writeString(folder.resolve("models.yaml"), """
        types:
          Engine:
            launch: spawn body=arg0 executor=unbounded
        """);
    String source = """
        abstract class Engine { abstract void launch(Runnable r); }
        class A { void m(Engine e) { e.launch(() -> {}); } }
        """;
    assertThat(analyze(List.of(models), source).findings()).hasSize(1);
    assertThat(analyze(List.of(), source).findings()).isEmpty();
  }

  @Test
  void analyze_findings_areOrderedByFile() throws IOException {
    String spawn = " { void m(Thread t) { t.start(); } }";
    assertThat(analyze(List.of(), "class A" + spawn, "class B" + spawn).findings())
        .extracting(f -> f.location().file())
        .containsExactly("A.java", "B.java");
  }
}
