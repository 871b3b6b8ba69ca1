package dev.goguard.race.report;

import dev.goguard.race.context.Contexts;
import dev.goguard.race.context.HeldLock;
import dev.goguard.race.detector.ThreadInfo;

/** A race in the layout of Go's race detector. */
public final class RaceText {
  private static final String RULE = "==================\n";
  private static final String INDENT = "    ";

  private final StringBuilder text = new StringBuilder(RULE);

  private RaceText() {}

  /** The text, with a line of equals signs before and after. */
  public static String of(Race race) {
    RaceText layout = new RaceText();
    layout.text.append("WARNING: DATA RACE\n");
    layout.side(race.access(), "", race.variable());
    layout.side(race.previous(), "Previous ", race.variable());
    layout.creation(race.access());
    if (race.previous().thread() != race.access().thread()) {
      layout.creation(race.previous());
    }
    return layout.text.append(RULE).toString();
  }

  private void side(Side side, String when, String variable) {
    String line = when + side.action() + " of " + variable + " by " + ThreadName.of(side.thread());
    capitalized(line).append(":\n");
    frames(side.frames());
    if (!side.callersKnown()) {
      text.append(INDENT).append("(its callers are not known: too many contexts)\n");
    }
    for (HeldLock lock : side.locks()) {
      lock(lock);
    }
  }

  private void lock(HeldLock lock) {
    text.append("  Holding ").append(lock.name());
    StackTraceElement[] acquired = Side.withoutJdk(Contexts.stack(lock.acquired()));
    if (acquired.length > 0) {
      text.append(", acquired at ").append(acquired[0]);
    }
    text.append('\n');
  }

  private void creation(Side side) {
    ThreadInfo thread = side.thread();
    if (thread != null && side.creation().length > 0) {
      String state = thread.ended() ? " (finished)" : " (running)";
      capitalized(ThreadName.of(thread)).append(state).append(" created at:\n");
      frames(side.creation());
    }
  }

  private StringBuilder capitalized(String line) {
    return text.append(Character.toUpperCase(line.charAt(0))).append(line, 1, line.length());
  }

  private void frames(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      text.append(INDENT).append(frame).append('\n');
    }
  }
}
