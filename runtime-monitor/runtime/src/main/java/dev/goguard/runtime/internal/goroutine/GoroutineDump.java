package dev.goguard.runtime.internal.goroutine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Goroutines as text: Go's tracebacks, and its goroutine profile. */
public final class GoroutineDump {
  private GoroutineDump() {}

  /** The dump of some goroutines, a blank line between two. */
  public static String traceback(List<GoroutineState> states) {
    StringJoiner dump = new StringJoiner("\n");
    states.forEach(state -> dump.add(traceback(state)));
    return dump.toString();
  }

  private static String traceback(GoroutineState state) {
    StringBuilder text = new StringBuilder(header(state)).append('\n');
    state.frames().forEach(frame -> text.append("\tat ").append(frame).append('\n'));
    Creation creation = state.creation();
    if (creation != null) {
      text.append("created by ").append(method(creation.frame()));
      if (creation.goroutine() != 0) {
        text.append(" in goroutine ").append(creation.goroutine());
      }
      text.append("\n\tat ").append(creation.frame()).append('\n');
    }
    return text.toString();
  }

  private static String method(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }

  /** The line {@code goroutine 7 [chan receive, 2 minutes]:}. */
  static String header(GoroutineState state) {
    StringBuilder text = new StringBuilder("goroutine ");
    text.append(state.number()).append(" [").append(state.status());
    if (state.minutes() > 0) {
      text.append(", ").append(state.minutes()).append(" minutes");
    }
    if (state.wired()) {
      text.append(", locked to thread");
    }
    return text.append(labels(state)).append("]:").toString();
  }

  /**
   * Labels as Go writes them; a name, which Go does not have, comes first as the label "name", even
   * before a label of that key.
   */
  private static String labels(GoroutineState state) {
    StringJoiner text = new StringJoiner(", ", " labels:{", "}").setEmptyValue("");
    if (!state.name().isEmpty()) {
      text.add(label("name", state.name()));
    }
    state.labels().forEach((key, value) -> text.add(label(key, value)));
    return text.toString();
  }

  private static String label(String key, String value) {
    return Json.quote(key) + ": " + Json.quote(value);
  }

  /** Goroutines with the same stack and state counted together, the most frequent first. */
  public static String profile(List<GoroutineState> states) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    states.forEach(state -> counts.merge(stack(state), 1, Integer::sum));
    StringBuilder text = new StringBuilder("goroutine profile: total " + states.size() + "\n");
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(e -> text.append(e.getValue()).append(" @ ").append(e.getKey()).append('\n'));
    return text.toString();
  }

  private static String stack(GoroutineState state) {
    StringBuilder text = new StringBuilder("[").append(state.status()).append("]\n");
    state.frames().forEach(frame -> text.append("#\t").append(frame).append('\n'));
    return text.toString();
  }
}
