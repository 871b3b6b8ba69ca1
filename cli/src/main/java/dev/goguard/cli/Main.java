package dev.goguard.cli;

import dev.goguard.analysis.engine.Analyzer;
import dev.goguard.analysis.frontend.spoon.SpoonFrontEnd;
import dev.goguard.rules.Rules;

/** Where {@code goguard.jar} starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(cli(Console.system()).execute(arguments));
  }

  /** The command line with every rule and the Spoon front end. */
  static Cli cli(Console console) {
    Analyzer analyzer = new Analyzer(new SpoonFrontEnd(), Rules.names());
    return new Cli(analyzer::analyze, Rules.all(), console);
  }
}
