package dev.goguard.cli;

import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.check.Analysis;
import dev.goguard.analysis.check.Check;
import dev.goguard.analysis.check.CheckRequest;
import dev.goguard.analysis.check.RuleSelection;
import dev.goguard.analysis.report.Outcome;
import dev.goguard.analysis.source.FoundSources;
import dev.goguard.analysis.source.Jdk;
import dev.goguard.analysis.source.SourceFinder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code goguard demo}: checks a small project that has one bug of each kind. */
@Command(
    name = "demo",
    description = "Shows what goguard finds in a small project with bugs.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int RELEASE = 21;

  @Option(names = "--race", description = "Run the project, and tell its data races.")
  private boolean race;

  @Spec
  private CommandSpec spec;

  private final Analysis analysis;
  private final RuleSelection catalogue;
  private final Console console;

  DemoCommand(Analysis analysis, RuleSelection catalogue, Console console) {
    this.analysis = analysis;
    this.catalogue = catalogue;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DemoProject project = DemoProject.locate();
    return race ? new DemoRun(project).run() : checkAll(project);
  }

  private int checkAll(DemoProject project) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("GoGuard checks a small payments service that has the bugs on purpose:");
    out.println(project.sources());
    out.println();
    out.flush();
    Outcome outcome = check(project);
    Format.TEXT.report(console).write(outcome, out);
    out.println();
    out.println("What next:");
    out.println(
        "  goguard explain LockNotReleased           what a rule means, and how to mend it");
    out.println("  goguard demo --race                       runs it, and tells its data races");
    out.println("  goguard check src/main/java -cp CLASSPATH your own code");
    out.println("  goguard check --html report.html PATH     the same as a page, with the source");
    out.flush();
    return outcome.nothingAnalyzed() ? Cli.TROUBLE : Cli.CLEAN;
  }

  private Outcome check(DemoProject project) throws IOException {
    try (SourceFinder finder = new SourceFinder(project.root(console.directory()), false)) {
      FoundSources found = finder.find(List.of(project.sources()));
      return new Check(analysis).run(request(project, found));
    }
  }

  private CheckRequest request(DemoProject project, FoundSources found) {
    Jdk jdk = Jdk.running();
    int release = Math.min(RELEASE, jdk.highestRelease());
    List<Path> classPath = List.of(project.runtime());
    return new CheckRequest(
        new SourceSet(found.files(), classPath, release, jdk.home(), StandardCharsets.UTF_8),
        found.generated(),
        catalogue.named(List.of()),
        List.of(),
        "demo",
        project.root(console.directory()),
        null,
        false);
  }
}
