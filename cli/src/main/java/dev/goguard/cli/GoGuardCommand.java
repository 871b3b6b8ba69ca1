package dev.goguard.cli;

import dev.goguard.analysis.report.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code goguard}, which only has subcommands. */
@Command(
    name = "goguard",
    description = "Finds concurrency bugs in Java.",
    mixinStandardHelpOptions = true,
    versionProvider = GoGuardCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class GoGuardCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command: check, run, rules, explain or demo");
  }

  /** Says which GoGuard this is and which Java runs it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"goguard " + Product.version() + " on Java " + Runtime.version()};
    }
  }
}
