package dev.goguard.analysis.report;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.ir.SourceRange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Workflow commands that GitHub Actions shows as annotations of the changed lines. */
public final class GitHubReport implements ReportFormat {
  @Override
  public void write(Outcome outcome, Appendable out) throws IOException {
    for (Finding finding : outcome.findings()) {
      write(finding.severity(), finding.location(), finding.rule(), finding.message(), out);
    }
    for (Notification note : outcome.result().notifications()) {
      write(note.severity(), note.location(), note.kind(), note.message(), out);
    }
    out.append(Summary.of(outcome)).append('\n');
  }

  private static void write(
      Severity severity, @Nullable Location location, String title, String message, Appendable out)
      throws IOException {
    out.append("::")
        .append(severity == Severity.NOTE ? "notice" : severity.level())
        .append(' ');
    if (location != null) {
      out.append(place(location)).append(',');
    }
    out.append("title=")
        .append(property(title))
        .append("::")
        .append(data(message))
        .append('\n');
  }

  private static String place(Location location) {
    String file = "file=" + property(location.file());
    SourceRange range = location.range();
    if (!range.exists()) {
      return file;
    }
    String lines = ",line=" + range.startLine() + ",endLine=" + range.endLine();
    return range.startLine() == range.endLine()
        ? file + lines + ",col=" + range.startColumn() + ",endColumn=" + range.endColumn()
        : file + lines + ",col=" + range.startColumn();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
