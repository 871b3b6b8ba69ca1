package dev.goguard.agent.junit;

import dev.goguard.race.report.Race;
import dev.goguard.race.report.RaceText;
import java.util.List;

/** Data races were found; the message tells them. */
public final class RaceDetectedError extends AssertionError {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 10;

  RaceDetectedError(String what, List<Race> races) {
    super(message(what, races));
    setStackTrace(new StackTraceElement[0]);
  }

  private static String message(String what, List<Race> races) {
    StringBuilder text = new StringBuilder(what).append('\n');
    races.stream().limit(SHOWN).map(RaceText::of).forEach(text::append);
    if (races.size() > SHOWN) {
      text.append("and ").append(races.size() - SHOWN).append(" more\n");
    }
    return text.toString();
  }
}
