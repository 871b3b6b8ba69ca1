package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.check.Analysis;
import dev.goguard.analysis.check.Check;
import dev.goguard.analysis.check.CheckRequest;
import dev.goguard.analysis.check.RuleSelection;
import dev.goguard.analysis.report.Outcome;
import dev.goguard.analysis.source.FoundSources;
import dev.goguard.analysis.source.SourceFinder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code goguard check}: analyses source and reports what it finds. */
@Command(
    name = "check",
    description = "Checks Java source for concurrency bugs.",
    mixinStandardHelpOptions = true,
    versionProvider = GoGuardCommand.Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing found at or above --fail-on",
      "1:something found at or above --fail-on",
      "2:the input cannot be used, no file could be analysed, or goguard failed",
      " :files that could not be analysed change nothing while one could be"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Mixin
  private SourceOptions source;

  @Mixin
  private ReportOptions report;

  @Option(
      names = "--fail-on",
      paramLabel = "error|warning|note",
      description = "Least severity that makes the exit code 1. Default: warning.")
  private Severity failOn = Severity.WARNING;

  @Option(
      names = "--baseline",
      paramLabel = "F",
      description = "SARIF file of known findings, which are not reported again.")
  private Path baseline;

  @Option(names = "--update-baseline", description = "Write the findings to the baseline file.")
  private boolean updateBaseline;

  @Option(
      names = "--rules",
      paramLabel = "A,B",
      split = ",",
      description = "Only these rules. Default: all.")
  private List<String> rules = List.of();

  @Option(
      names = "--models",
      paramLabel = "F",
      description = "File of further API models; may be repeated.")
  private List<Path> models = List.of();

  private final Analysis analysis;
  private final RuleSelection catalogue;
  private final Console console;

  CheckCommand(Analysis analysis, RuleSelection catalogue, Console console) {
    this.analysis = analysis;
    this.catalogue = catalogue;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    requireConsistent();
    try (SourceFinder finder = new SourceFinder(console.directory(), source.includeGenerated())) {
      FoundSources found = finder.find(source.paths());
      CheckRequest request = request(found);
      report.prepare();
      announce(request);
      Outcome outcome = new Check(analysis).run(request);
      report.write(outcome, console, spec.commandLine().getOut());
      return exitCode(outcome);
    }
  }

  private void requireConsistent() {
    if (updateBaseline && baseline == null) {
      throw new ParameterException(
          spec.commandLine(), "--update-baseline needs --baseline F, the file to write");
    }
    if (updateBaseline && !rules.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--update-baseline needs all rules; leave out --rules");
    }
  }

  private CheckRequest request(FoundSources found) {
    models.stream().filter(file -> !Files.isRegularFile(file)).findFirst().ifPresent(file -> {
      throw new InputException("no such file of API models: " + file);
    });
    return new CheckRequest(
        source.sourceSet(found),
        found.generated(),
        catalogue.named(rules),
        models,
        "check",
        console.directory(),
        baseline,
        updateBaseline);
  }

  private void announce(CheckRequest request) {
    if (console.decorated()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("checking " + request.sources().files().size() + " files ...");
      err.flush();
    }
  }

  private int exitCode(Outcome outcome) {
    if (outcome.nothingAnalyzed()) {
      spec.commandLine().getErr().println("goguard: no file could be analysed; see above");
      return Cli.TROUBLE;
    }
    return outcome.fails(failOn) ? Cli.FINDINGS : Cli.CLEAN;
  }
}
