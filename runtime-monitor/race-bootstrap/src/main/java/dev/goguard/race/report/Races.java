package dev.goguard.race.report;

import dev.goguard.race.context.Contexts;
import dev.goguard.race.detector.Cell;

/** Takes races as they are found, and tells each pair of sites once. */
public final class Races {
  private Races() {}

  /** Two unordered accesses to {@code variable}. */
  public static synchronized void found(String variable, boolean write, long access, long earlier) {
    StringBuilder text = new StringBuilder("==================\nWARNING: DATA RACE\n");
    text.append(write ? "Write of " : "Read of ").append(variable).append(":\n");
    stack(text, access);
    text.append("Previous access of ").append(variable).append(":\n");
    stack(text, earlier);
    System.err.print(text.append("==================\n"));
  }

  private static void stack(StringBuilder text, long cell) {
    for (StackTraceElement frame : Contexts.stack(Cell.context(cell))) {
      text.append("    ").append(frame).append('\n');
    }
  }
}
