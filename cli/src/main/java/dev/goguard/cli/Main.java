package dev.goguard.cli;

import dev.goguard.analysis.Rule;
import dev.goguard.analysis.engine.Analyzer;
import dev.goguard.analysis.frontend.spoon.SpoonFrontEnd;
import dev.goguard.rules.Rules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where {@code goguard.jar} starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(cli(Console.system()).execute(arguments));
  }

  /** The command line with every rule and the Spoon front end. */
  static Cli cli(Console console) {
    List<Rule> catalogue = Rules.all();
    Set<String> names =
        catalogue.stream().map(rule -> rule.info().name()).collect(Collectors.toSet());
    Analyzer analyzer = new Analyzer(new SpoonFrontEnd(), names);
    return new Cli(analyzer::analyze, catalogue, console);
  }
}
