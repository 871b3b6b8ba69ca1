package dev.goguard.agent.report;

import dev.goguard.race.report.Race;
import dev.goguard.race.report.Side;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One line of a suppression file. */
final class Suppression {
  private final String place;
  private final boolean topOnly;
  private final String text;
  private final Pattern pattern;
  private final AtomicInteger count = new AtomicInteger();

  Suppression(String place, boolean topOnly, String text) {
    this.place = place;
    this.topOnly = topOnly;
    this.text = text;
    this.pattern = Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
  }

  boolean matches(Race race) {
    boolean found = matches(race.access())
        || matches(race.previous())
        || !topOnly && pattern.matcher(race.variable()).matches();
    if (found) {
      count.incrementAndGet();
    }
    return found;
  }

  private boolean matches(Side side) {
    int last = topOnly ? Math.min(1, side.frames().length) : side.frames().length;
    for (int i = 0; i < last; i++) {
      StackTraceElement frame = side.frames()[i];
      if (pattern.matcher(frame.getClassName() + '.' + frame.getMethodName()).matches()) {
        return true;
      }
    }
    return false;
  }

  int count() {
    return count.get();
  }

  @Override
  public String toString() {
    return place + ": " + (topOnly ? "race_top:" : "race:") + text;
  }
}
