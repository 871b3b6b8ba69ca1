package dev.goguard.agent.report;

import dev.goguard.agent.transform.TransformSummary;
import dev.goguard.agent.transform.TransformSummary.Exclusion;
import dev.goguard.race.context.Contexts;
import dev.goguard.race.detector.Statistics;
import java.lang.instrument.Instrumentation;
import java.util.List;

/** Numbers about a run: what was watched, what was not and why, and what the detector took. */
public final class RunSummary {
  private final StringBuilder text = new StringBuilder();

  private RunSummary() {}

  /** The summary as text, ending with a line break. */
  public static String of(
      TransformSummary classes, List<String> unmet, Instrumentation instrumentation) {
    RunSummary summary = new RunSummary();
    summary.classes(classes);
    summary.hidden(instrumentation);
    summary.names("contracts of the JDK that do not fit this one, whose order is not known", unmet);
    summary.threads();
    summary.memory();
    return summary.text.toString();
  }

  private void classes(TransformSummary classes) {
    line("classes checked: " + classes.checked());
    line("classes followed for synchronization only: " + classes.synchronizationOnly());
    exclusions("classes not instrumented", classes.refused());
    exclusions("methods instrumented less", classes.reduced());
    names("methods too long to be compiled now", classes.slow());
    names("classes loaded before the agent, not checked", classes.early());
  }

  private void hidden(Instrumentation instrumentation) {
    long hidden = 0;
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.isHidden() && type.getClassLoader() != null && !type.isSynthetic()) {
        hidden++;
      }
    }
    line("hidden classes, which no agent sees: " + hidden);
  }

  private void threads() {
    line("threads: " + Statistics.threads() + ", at most " + Statistics.peakThreads()
        + " at a time, " + Statistics.threadIds() + " ids");
    count("thread ids used up", Statistics.burnedIds());
    count(
        "threads that took an id without an order, which may hide races",
        Statistics.unorderedReuses());
    count(
        "threads without an id, whose accesses were compared but not recorded",
        Statistics.threadsWithoutId());
  }

  private void memory() {
    line("synchronization objects: " + Statistics.syncObjects()
        + ", variables read by several threads: " + Statistics.sharedReads());
    line("calling contexts: " + Contexts.size() + " (" + (Contexts.bytes() >> 10) + " KiB)");
    count("accesses whose callers are not known", Contexts.withoutCallers());
    count("reads not recorded, too many variables being shared", Statistics.unrecordedReads());
    line("memory beside the cells in objects and arrays: " + (Statistics.bytes() >> 10) + " KiB");
  }

  private void exclusions(String what, List<Exclusion> exclusions) {
    line(what + ": " + exclusions.size());
    exclusions.forEach(each -> line("  " + each.name() + ": " + each.reason()));
  }

  private void names(String what, List<String> names) {
    line(what + ": " + names.size());
    names.forEach(each -> line("  " + each));
  }

  private void count(String what, long count) {
    if (count > 0) {
      line(what + ": " + count);
    }
  }

  private void line(String line) {
    text.append("goguard: ").append(line).append('\n');
  }
}
