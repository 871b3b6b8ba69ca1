package dev.goguard.cli;

import dev.goguard.analysis.Rule;
import dev.goguard.analysis.check.Analysis;
import dev.goguard.analysis.check.RuleSelection;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * The whole command line: parses, runs a command, and turns whatever goes wrong into one line and
 * an exit code.
 */
final class Cli {
  /** Nothing found, or nothing that matters. */
  static final int CLEAN = 0;

  /** Something was found. */
  static final int FINDINGS = 1;

  /** The input cannot be used, or GoGuard failed. */
  static final int TROUBLE = 2;

  private final CommandLine commandLine;
  private final Complaints complaints;

  Cli(Analysis analysis, List<Rule> catalogue, Console console) {
    RuleSelection rules = new RuleSelection(catalogue);
    complaints = new Complaints(console);
    commandLine = new CommandLine(new GoGuardCommand())
        .addSubcommand(new CheckCommand(analysis, rules, console))
        .addSubcommand(new RulesCommand(rules))
        .addSubcommand(new ExplainCommand(rules))
        .addSubcommand(new DemoCommand(analysis, rules, console))
        .addSubcommand(runCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  /** What follows the class with main, or the jar, is the program's, whatever it looks like. */
  private static CommandLine runCommand() {
    return new CommandLine(new RunCommand())
        .setStopAtPositional(true)
        .setUnmatchedOptionsArePositionalParams(true);
  }

  Cli to(PrintWriter out, PrintWriter err) {
    commandLine.setOut(out).setErr(err);
    return this;
  }

  /** Runs the command that {@code arguments} name. */
  int execute(String... arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError e) {
      return complaints.exhausted(e, commandLine);
    } catch (Error e) {
      return complaints.internal(e, commandLine);
    }
  }
}
