package dev.goguard.analysis.report;

import java.io.IOException;

/** One form of report. */
@FunctionalInterface
public interface ReportFormat {
  /** Appends the whole report to {@code out}. */
  void write(Outcome outcome, Appendable out) throws IOException;
}
