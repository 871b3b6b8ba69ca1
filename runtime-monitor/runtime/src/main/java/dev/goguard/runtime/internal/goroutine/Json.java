package dev.goguard.runtime.internal.goroutine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Goroutines as JSON. */
public final class Json {
  private Json() {}

  /** An array with an object per goroutine. */
  public static String of(List<GoroutineState> states) {
    return states.stream().map(Json::goroutine).collect(Collectors.joining(",\n", "[", "]\n"));
  }

  private static String goroutine(GoroutineState state) {
    return "{\"goroutine\":" + state.number()
        + ",\"name\":" + quote(state.name())
        + ",\"state\":" + quote(state.status())
        + ",\"minutes\":" + state.minutes()
        + ",\"lockedToThread\":" + state.wired()
        + ",\"labels\":" + labels(state.labels())
        + ",\"frames\":" + frames(state.frames())
        + (state.creation() == null ? "" : ",\"createdBy\":" + creation(state.creation()))
        + "}";
  }

  private static String labels(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(e -> quote(e.getKey()) + ":" + quote(e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String frames(List<StackTraceElement> frames) {
    return frames.stream().map(Json::frame).collect(Collectors.joining(",", "[", "]"));
  }

  private static String frame(StackTraceElement frame) {
    return "{\"class\":" + quote(frame.getClassName())
        + ",\"method\":" + quote(frame.getMethodName())
        + ",\"file\":" + (frame.getFileName() == null ? "null" : quote(frame.getFileName()))
        + ",\"line\":" + frame.getLineNumber()
        + "}";
  }

  private static String creation(Creation creation) {
    return "{\"goroutine\":" + creation.goroutine() + ",\"frame\":" + frame(creation.frame()) + "}";
  }

  /** A text in quotes, on one line. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append(escape((char) c)));
    return quoted.append('"').toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
    };
  }
}
