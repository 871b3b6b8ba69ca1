package dev.goguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import corpus.Expectation;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.report.RuleDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has its class, its document and its sample, and there are no others. */
final class RulesContractTest {
  private static final Path DOCUMENTS =
      Path.of("src", "main", "resources", "dev", "goguard", "rules");
  private static final List<String> SECTIONS =
      List.of("What goes wrong", "Wrong", "Right", "What this rule cannot see", "How to suppress");
  private static final int FEWEST_BUGS = 3;

  static List<RuleInfo> rules() {
    return Rules.all().stream().map(Rule::info).toList();
  }

  @Test
  void classes_ofRules_areNamedAndPlacedLikeTheRule() {
    for (Rule rule : Rules.all()) {
      RuleInfo info = rule.info();
      assertThat(rule.getClass().getName())
          .isEqualTo("dev.goguard.rules." + info.family() + "." + info.name());
    }
  }

  @Test
  void names_ofRules_areUniqueAndInOrder() {
    List<String> names = rules().stream().map(i -> i.family() + "/" + i.name()).toList();
    assertThat(names).isSorted();
    assertThat(rules()).extracting(RuleInfo::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void info_ofRule_saysWhatItIs(RuleInfo rule) {
    assertThat(rule.name()).as("name").matches("([A-Z][a-z]+)+");
    assertThat(rule.summary()).as("summary of %s", rule.name()).matches("\\p{Ll}[^\\n]*[^.\\s]");
    assertThat(rule.cwe()).as("CWE numbers of %s", rule.name()).isNotEmpty();
    assertThat(rule.cwe()).allMatch(cwe -> cwe > 0).doesNotHaveDuplicates();
  }

  @Test
  void documents_ofRules_standBesideTheirClasses() {
    assertThat(Rules.all())
        .allSatisfy(rule -> assertThat(RuleDocument.markdown(rule))
            .startsWith("# " + rule.info().name() + "\n"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void document_ofRule_hasEverySection(RuleInfo rule) {
    Path file = DOCUMENTS.resolve(rule.family()).resolve(rule.name() + ".md");
    assertThat(file).as("document of %s", rule.name()).isRegularFile();
    List<String> lines = lines(file);
    assertThat(lines.get(0)).as("first line of %s", file).isEqualTo("# " + rule.name());
    assertThat(SECTIONS)
        .as("sections that %s lacks", file)
        .filteredOn(section -> !lines.contains("## " + section))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void sample_ofRule_hasBugsOfIt(RuleInfo rule) {
    Path file = Samples.ROOT.resolve(rule.family()).resolve(rule.name() + ".java");
    assertThat(file).as("sample of %s", rule.name()).isRegularFile();
    assertThat(Expectation.of(String.join("\n", lines(file))))
        .as("lines of %s marked with // BUG: %s", file, rule.name())
        .filteredOn(e -> e.rule().equals(rule.name()))
        .hasSizeGreaterThanOrEqualTo(FEWEST_BUGS);
  }

  @Test
  void files_ofSamplesAndDocuments_belongToListedRules() {
    Set<String> listed =
        rules().stream().map(i -> i.family() + "/" + i.name()).collect(Collectors.toSet());
    assertThat(names(Samples.ROOT, ".java")).as("samples").isEqualTo(new TreeSet<>(listed));
    assertThat(names(DOCUMENTS, ".md")).as("documents").isEqualTo(new TreeSet<>(listed));
  }

  @Test
  void expectations_inSamples_nameListedRules() {
    Set<String> listed = rules().stream().map(RuleInfo::name).collect(Collectors.toSet());
    Map<String, String> unknown = new HashMap<>();
    for (Path file : Samples.files()) {
      Expectation.of(String.join("\n", lines(file))).stream()
          .filter(e -> !listed.contains(e.rule()))
          .forEach(e -> unknown.put(file.getFileName() + ":" + e.line(), e.rule()));
    }
    assertThat(unknown).as("expectations of rules that are not listed").isEmpty();
  }

  /** {@code family/Name} of the files below a folder. */
  private static Set<String> names(Path root, String extension) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(extension) && !name.endsWith("package-info.java"))
          .map(name -> name.substring(0, name.length() - extension.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
