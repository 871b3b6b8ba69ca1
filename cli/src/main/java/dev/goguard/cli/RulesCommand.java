package dev.goguard.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.check.RuleSelection;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code goguard rules}: lists the rules. */
@Command(name = "rules", description = "Lists the rules.", mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "Form of the list. Default: text.")
  private ListFormat format = ListFormat.TEXT;

  private final List<RuleInfo> rules;

  RulesCommand(RuleSelection catalogue) {
    this.rules = catalogue.named(List.of()).stream().map(Rule::info).toList();
  }

  @Override
  public Integer call() throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (format == ListFormat.JSON) {
      out.println(new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(rules.stream().map(Entry::of).toList()));
    } else {
      rules.forEach(rule -> out.println(row(rule)));
    }
    out.flush();
    return Cli.CLEAN;
  }

  private String row(RuleInfo rule) {
    int width = rules.stream().mapToInt(r -> r.name().length()).max().orElse(1);
    return String.format(
        "%-" + width + "s  %-7s  %s", rule.name(), rule.severity().level(), rule.summary());
  }

  /** The forms of the list. */
  enum ListFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Entry(String name, String severity, String summary, List<Integer> cwe) {
    private static Entry of(RuleInfo rule) {
      return new Entry(rule.name(), rule.severity().level(), rule.summary(), rule.cwe());
    }
  }
}
