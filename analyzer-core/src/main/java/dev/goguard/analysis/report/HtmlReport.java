package dev.goguard.analysis.report;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Flow;
import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One page that needs nothing beside it: counts by rule, then every finding with its source and its
 * flows. What two threads do stands side by side, each with its source.
 */
public final class HtmlReport implements ReportFormat {
  private static final int LINES_AROUND = 3;
  private static final String HEAD = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>GoGuard</title>
      <style>
      body { font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
      table { border-collapse: collapse; }
      th, td { text-align: left; padding: .2rem 1rem .2rem 0; border-bottom: 1px solid #ddd; }
      article { border-left: 4px solid #888; padding-left: 1rem; margin: 2rem 0; }
      article.error { border-color: #b00020; }
      article.warning { border-color: #c77700; }
      pre { background: #f6f6f6; padding: .6rem; overflow-x: auto; }
      mark { background: #ffe08a; }
      h3 { font-size: 1rem; margin: 0; }
      .place { color: #555; font-family: monospace; }
      .sides { display: flex; flex-wrap: wrap; gap: 1rem; }
      .sides section { flex: 1 1 24rem; min-width: 0; }
      </style>
      </head>
      <body>
      <h1>GoGuard</h1>
      """;

  private final Function<Outcome, String> summary;

  /** A page that begins with the summary of a check. */
  public HtmlReport() {
    this(Summary::of);
  }

  /** A page that begins with a summary of its own. */
  public HtmlReport(Function<Outcome, String> summary) {
    this.summary = summary;
  }

  @Override
  public void write(Outcome outcome, Appendable out) throws IOException {
    out.append(HEAD).append("<p>").append(Html.escape(summary.apply(outcome))).append("</p>\n");
    writeRules(outcome, out);
    for (Finding finding : outcome.findings()) {
      write(finding, outcome, out);
    }
    writeNotifications(outcome.result().notifications(), out);
    out.append("</body>\n</html>\n");
  }

  private static void writeRules(Outcome outcome, Appendable out) throws IOException {
    out.append("<table>\n<tr><th>rule</th><th>findings</th><th>what it finds</th></tr>\n");
    Map<String, Long> counts = RuleCounts.of(outcome.findings());
    for (RuleInfo rule : outcome.rules().stream().map(Rule::info).toList()) {
      out.append("<tr><td>").append(Html.escape(rule.name())).append("</td><td>");
      out.append(counts.getOrDefault(rule.name(), 0L).toString()).append("</td><td>");
      out.append(Html.escape(rule.summary())).append("</td></tr>\n");
    }
    out.append("</table>\n");
  }

  private static void write(Finding finding, Outcome outcome, Appendable out) throws IOException {
    out.append("<article class=\"").append(finding.severity().level()).append("\">\n<h3>");
    out.append(Html.escape(finding.message())).append("</h3>\n<p>");
    out.append(finding.severity().level()).append(": ").append(Html.escape(finding.rule()));
    out.append(" in ").append(Html.escape(finding.element())).append(' ');
    out.append(place(finding.location())).append("</p>\n");
    boolean twoSides = finding.flows().size() == 2;
    if (!twoSides) {
      writeSource(finding.location(), outcome, out);
    }
    if (!finding.related().isEmpty()) {
      write(finding.related(), out);
    }
    out.append(twoSides ? "<div class=\"sides\">\n" : "");
    for (Flow flow : finding.flows()) {
      write(flow, twoSides, outcome, out);
    }
    out.append(twoSides ? "</div>\n" : "").append("</article>\n");
  }

  private static void write(Flow flow, boolean side, Outcome outcome, Appendable out)
      throws IOException {
    out.append(side ? "<section>\n" : "");
    out.append("<h4>").append(Html.escape(flow.thread())).append("</h4>\n");
    if (side && !flow.steps().isEmpty()) {
      writeSource(flow.steps().get(flow.steps().size() - 1).location(), outcome, out);
    }
    write(flow.steps(), out);
    out.append(side ? "</section>\n" : "");
  }

  private static void writeSource(Location location, Outcome outcome, Appendable out)
      throws IOException {
    List<String> lines = outcome.sources().lines(location, LINES_AROUND);
    if (lines.isEmpty()) {
      return;
    }
    out.append("<pre>");
    int number = Math.max(1, location.range().startLine() - LINES_AROUND);
    for (String line : lines) {
      boolean marked =
          number >= location.range().startLine() && number <= location.range().endLine();
      String text = Html.escape(String.format("%5d  %s", number, line));
      out.append(marked ? "<mark>" + text + "</mark>" : text).append('\n');
      number++;
    }
    out.append("</pre>\n");
  }

  private static void write(List<FlowStep> steps, Appendable out) throws IOException {
    out.append("<ol>\n");
    for (FlowStep step : steps) {
      out.append("<li>").append(Html.escape(step.message())).append(' ');
      out.append(place(step.location())).append("</li>\n");
    }
    out.append("</ol>\n");
  }

  private static void writeNotifications(List<Notification> notifications, Appendable out)
      throws IOException {
    if (notifications.isEmpty()) {
      return;
    }
    out.append("<h2>About this run</h2>\n<ul>\n");
    for (Notification notification : notifications) {
      out.append("<li>").append(notification.severity().level()).append(": ");
      out.append(Html.escape(notification.message())).append(' ');
      Location location = notification.location();
      out.append(location == null ? "" : place(location)).append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private static String place(Location location) {
    return "<span class=\"place\">" + Html.escape(location.toString()) + "</span>";
  }
}
