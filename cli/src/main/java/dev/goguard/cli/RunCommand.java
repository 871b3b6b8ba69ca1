package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goguard run}: runs a program and watches it. */
@Command(
    name = "run",
    description = "Runs a Java program and tells its data races.",
    mixinStandardHelpOptions = true,
    versionProvider = GoGuardCommand.Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "N:the program's own",
      "66:the program had data races and ended with 0 otherwise",
      "2:the program cannot be run, or an option cannot be used"
    })
final class RunCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--race", description = "Look for data races. The default, as all there is yet.")
  private boolean race;

  @Option(names = "--leaks", hidden = true)
  private boolean leaks;

  @Option(names = "--deadlocks", hidden = true)
  private boolean deadlocks;

  @Option(names = "--sarif", paramLabel = "F", description = "Also write SARIF 2.1.0 to this file.")
  private Path sarif;

  @Option(
      names = "--html",
      paramLabel = "F",
      description = "Also write one HTML page to this file.")
  private Path html;

  @Option(
      names = "--agent",
      paramLabel = "K=V,...",
      description = "Further options of the agent, such as suppressions=F or halt_on_error=1.")
  private String agent = "";

  @Option(
      names = {"-J", "--jvm"},
      paramLabel = "OPTION",
      description = "An option for the JVM, such as -J-Xmx1g; may be repeated.")
  private List<String> jvm = List.of();

  @Mixin
  private ProgramOptions program;

  @Parameters(
      paramLabel = "MAIN [ARG...]",
      arity = "0..*",
      description = "The class with main, and the program's arguments; with -jar the arguments.")
  private List<String> words = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireBuilt();
    List<String> target = program.target(words, spec.commandLine());
    requireJdk(Runtime.version().feature());
    try (AgentJar jar = AgentJar.unpack()) {
      return new ChildJvm(options(jar), target).run();
    }
  }

  private void requireBuilt() {
    if (leaks || deadlocks) {
      throw new ParameterException(
          spec.commandLine(), (leaks ? "--leaks" : "--deadlocks") + " is not built yet; --race is");
    }
  }

  /** The program runs on the JDK that runs this command, and the agent needs a newer one. */
  static void requireJdk(int version) {
    if (version < 21) {
      throw new InputException("run needs JDK 21 or newer, this one is " + version
          + "; set GOGUARD_JAVA_HOME, or start goguard.jar with a newer java");
    }
  }

  private List<String> options(AgentJar jar) {
    AgentArguments arguments = new AgentArguments(agent);
    arguments.file("sarif", sarif);
    arguments.file("html", html);
    return Stream.concat(Stream.of("-javaagent:" + jar.path() + "=" + arguments), jvm.stream())
        .toList();
  }
}
