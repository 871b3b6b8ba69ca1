package dev.goguard.cli;

import dev.goguard.analysis.check.RuleSelection;
import dev.goguard.analysis.report.PlainMarkdown;
import dev.goguard.analysis.report.RuleDocument;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goguard explain}: prints a rule's document. */
@Command(
    name = "explain",
    description = "Explains a rule: what goes wrong, wrong and right code, how to suppress it.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "Name of the rule.")
  private String rule;

  private final RuleSelection catalogue;

  ExplainCommand(RuleSelection catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(PlainMarkdown.of(RuleDocument.markdown(catalogue.named(rule))));
    out.flush();
    return Cli.CLEAN;
  }
}
