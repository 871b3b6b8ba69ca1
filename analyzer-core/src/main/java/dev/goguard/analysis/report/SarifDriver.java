package dev.goguard.analysis.report;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.ToolComponent;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The tool and its rules in SARIF. */
final class SarifDriver {
  private static final URI HOME = URI.create("https://goguard.dev/");

  private SarifDriver() {}

  static ToolComponent of(Outcome outcome) {
    return new ToolComponent()
        .withName(Product.NAME)
        .withVersion(Product.version())
        .withSemanticVersion(Product.version())
        .withInformationUri(HOME)
        .withRules(outcome.rules().stream()
            .map(SarifDriver::rule)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static ReportingDescriptor rule(Rule rule) {
    RuleInfo info = rule.info();
    String markdown = RuleDocument.markdown(rule);
    return new ReportingDescriptor()
        .withId(info.name())
        .withShortDescription(text(info.summary()))
        .withFullDescription(text(info.summary()))
        .withHelp(text(PlainMarkdown.of(markdown)).withMarkdown(markdown))
        .withDefaultConfiguration(new ReportingConfiguration().withLevel(level(info.severity())))
        .withProperties(properties(info));
  }

  private static PropertyBag properties(RuleInfo rule) {
    Set<String> tags = new LinkedHashSet<>(Set.of("concurrency"));
    rule.cwe().forEach(cwe -> tags.add(String.format(Locale.ROOT, "external/cwe/cwe-%03d", cwe)));
    return new PropertyBag()
        .withTags(tags)
        .withAdditionalProperty(
            "problem.severity",
            rule.severity() == Severity.NOTE
                ? "recommendation"
                : rule.severity().level());
  }

  private static ReportingConfiguration.Level level(Severity severity) {
    return ReportingConfiguration.Level.fromValue(severity.level());
  }

  private static MultiformatMessageString text(String text) {
    return new MultiformatMessageString().withText(text);
  }
}
