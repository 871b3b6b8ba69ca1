package dev.goguard.analysis.report;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Flow;
import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.ir.SourceRange;
import java.io.IOException;

/**
 * One line per finding, {@code path/File.java:12:5: warning: message [RuleName]}, with related
 * places and flows indented beneath it, and the summary at the end.
 */
public final class TextReport implements ReportFormat {
  private final Style style;

  public TextReport(Style style) {
    this.style = style;
  }

  @Override
  public void write(Outcome outcome, Appendable out) throws IOException {
    for (Finding finding : outcome.findings()) {
      write(finding, outcome, out);
    }
    for (Notification notification : outcome.result().notifications()) {
      write(notification, out);
    }
    out.append(style.bold(Summary.of(outcome))).append('\n');
  }

  private void write(Finding finding, Outcome outcome, Appendable out) throws IOException {
    out.append(style.bold(place(finding.location()))).append(": ");
    out.append(style.severity(finding.severity())).append(": ").append(finding.message());
    out.append(style.dim(" [" + finding.rule() + "]")).append('\n');
    if (style == Style.TERMINAL) {
      out.append(SourceExcerpt.of(finding.location(), outcome.sources()));
    }
    for (FlowStep step : finding.related()) {
      write("    ", step, out);
    }
    for (Flow flow : finding.flows()) {
      write(flow, out);
    }
  }

  private void write(Flow flow, Appendable out) throws IOException {
    out.append("    ").append(flow.thread()).append(":\n");
    for (FlowStep step : flow.steps()) {
      write("      ", step, out);
    }
  }

  private void write(String indent, FlowStep step, Appendable out) throws IOException {
    out.append(indent).append(style.dim(step.location() + ":"));
    out.append(' ').append(step.message()).append('\n');
  }

  private void write(Notification notification, Appendable out) throws IOException {
    Location location = notification.location();
    out.append(style.bold(location == null ? "goguard" : place(location))).append(": ");
    out.append(style.severity(notification.severity())).append(": ");
    out.append(notification.message());
    out.append(style.dim(" [" + notification.kind() + "]")).append('\n');
  }

  private static String place(Location location) {
    SourceRange range = location.range();
    return range.exists()
        ? location.file() + ":" + range.startLine() + ":" + range.startColumn()
        : location.file();
  }
}
