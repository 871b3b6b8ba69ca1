package dev.goguard.maven;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.InputException;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.check.Check;
import dev.goguard.analysis.check.CheckRequest;
import dev.goguard.analysis.check.RuleSelection;
import dev.goguard.analysis.engine.Analyzer;
import dev.goguard.analysis.frontend.spoon.SpoonFrontEnd;
import dev.goguard.analysis.report.Outcome;
import dev.goguard.analysis.report.RuleCounts;
import dev.goguard.analysis.source.FoundSources;
import dev.goguard.analysis.source.Jdk;
import dev.goguard.analysis.source.SourceFinder;
import dev.goguard.rules.Rules;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** What the goals that analyse a project have in common. */
abstract class AbstractAnalysisMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** Leaves the project unchecked. */
  @Parameter(property = "goguard.skip", defaultValue = "false")
  private boolean skip;

  /** Least severity of a violation: error, warning or note. */
  @Parameter(property = "goguard.failOn", defaultValue = "warning")
  private String failOn;

  /** Whether violations break the build. */
  @Parameter(property = "goguard.failOnViolation", defaultValue = "true")
  private boolean failOnViolation;

  /** Names of the rules to run. Default: all. */
  @Parameter(property = "goguard.rules")
  private List<String> rules = List.of();

  /**
   * Patterns of the files to check, relative to a source root, such as {@code shop/**}. Default:
   * all.
   */
  @Parameter(property = "goguard.includes")
  private List<String> includes = List.of();

  /** Patterns of files to leave out. */
  @Parameter(property = "goguard.excludes")
  private List<String> excludes = List.of();

  /** Whether generated source is left out. */
  @Parameter(property = "goguard.excludeGeneratedSources", defaultValue = "true")
  private boolean excludeGeneratedSources;

  /** Whether test source is checked too. */
  @Parameter(property = "goguard.includeTests", defaultValue = "false")
  private boolean includeTests;

  /** SARIF file of known findings, which break no build. */
  @Parameter(property = "goguard.baselineFile")
  private File baselineFile;

  /** Whether to write the findings to the baseline file. */
  @Parameter(property = "goguard.updateBaseline", defaultValue = "false")
  private boolean updateBaseline;

  /** Files of further API models. */
  @Parameter(property = "goguard.models")
  private List<File> models = List.of();

  /** Forms of report: console, sarif, html, json, github. */
  @Parameter(property = "goguard.formats", defaultValue = "console,sarif")
  private List<String> formats;

  /** Folder of the report files. */
  @Parameter(
      property = "goguard.outputDirectory",
      defaultValue = "${project.build.directory}/goguard")
  private File outputDirectory;

  /** Encoding of the source. */
  @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
  private String encoding;

  private final ToolchainManager toolchains;

  AbstractAnalysisMojo(ToolchainManager toolchains) {
    this.toolchains = toolchains;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("GoGuard is skipped");
    } else if (project.getPackaging().equals("pom")) {
      getLog().info("GoGuard has nothing to check in packaging pom");
    } else {
      Outcome outcome = checkOrExplain();
      if (outcome != null) {
        judge(outcome);
      }
    }
  }

  private @Nullable Outcome checkOrExplain() throws MojoExecutionException {
    try {
      return check();
    } catch (InputException e) {
      throw new MojoExecutionException("GoGuard: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("GoGuard cannot read the project: " + e.getMessage(), e);
    }
  }

  private @Nullable Outcome check() throws IOException {
    ProjectSources sources = new ProjectSources(project, includeTests);
    Path root = session.getRequest().getMultiModuleProjectDirectory().toPath();
    try (SourceFinder finder = new SourceFinder(root, !excludeGeneratedSources)) {
      FoundSources found =
          sources.filter(finder.search(sources.roots()), new PathPatterns(includes, excludes));
      if (found.files().isEmpty()) {
        getLog().info("GoGuard finds no source to check; generated: " + found.generated());
        return null;
      }
      Outcome outcome = new Check(analyzer()::analyze).run(request(sources, found, root));
      report(outcome);
      return outcome;
    }
  }

  private static Analyzer analyzer() {
    return new Analyzer(new SpoonFrontEnd(), Rules.names());
  }

  private CheckRequest request(ProjectSources sources, FoundSources found, Path root) {
    Jdk jdk = new ProjectJdk(project, session, toolchains).jdk();
    int release = new ProjectRelease(project).release().orElse(jdk.highestRelease());
    jdk.requireRelease(release);
    getLog().debug("GoGuard analyses for release " + release + " with JDK " + jdk.home());
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new CheckRequest(
        new SourceSet(found.files(), sources.classPath(), release, jdk.home(), charset),
        found.generated(),
        new RuleSelection(Rules.all()).named(rules),
        models.stream().map(File::toPath).toList(),
        project.getArtifactId(),
        root,
        baselineFile == null ? null : baselineFile.toPath(),
        updateBaseline);
  }

  private void report(Outcome outcome) throws IOException {
    for (String format : formats) {
      ReportKind.named(format).write(outcome, outputDirectory.toPath(), getLog());
    }
  }

  private void judge(Outcome outcome) throws MojoExecutionException, MojoFailureException {
    if (outcome.nothingAnalyzed()) {
      throw new MojoExecutionException("GoGuard could not analyse any file; see above");
    }
    Severity threshold = threshold();
    if (outcome.fails(threshold)) {
      String verdict = verdict(outcome, threshold);
      if (failOnViolation) {
        throw new MojoFailureException(verdict);
      }
      getLog().warn(verdict);
    }
  }

  private Severity threshold() throws MojoExecutionException {
    try {
      return Severity.valueOf(failOn.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(
          "GoGuard: failOn is " + failOn + "; use error, warning or note", e);
    }
  }

  private String verdict(Outcome outcome, Severity threshold) {
    List<Finding> violations =
        outcome.findings().stream().filter(f -> f.severity().atLeast(threshold)).toList();
    String counts = RuleCounts.of(violations).entrySet().stream()
        .map(count -> count.getKey() + "=" + count.getValue())
        .collect(Collectors.joining(", "));
    return "GoGuard found %d violation%s (%s). Reports: %s"
        .formatted(violations.size(), violations.size() == 1 ? "" : "s", counts, outputDirectory);
  }
}
