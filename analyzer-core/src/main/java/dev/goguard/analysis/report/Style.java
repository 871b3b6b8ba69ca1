package dev.goguard.analysis.report;

import dev.goguard.analysis.Severity;

/** How text looks: plain, or in colours and with source lines for a person at a terminal. */
public enum Style {
  PLAIN,
  TERMINAL;

  private static final String RESET = "\u001B[0m";

  String bold(String text) {
    return code("\u001B[1m", text);
  }

  String dim(String text) {
    return code("\u001B[2m", text);
  }

  String severity(Severity severity) {
    String colour = switch (severity) {
      case ERROR -> "\u001B[1;31m";
      case WARNING -> "\u001B[1;33m";
      case NOTE -> "\u001B[1;36m";
    };
    return code(colour, severity.level());
  }

  private String code(String start, String text) {
    return this == PLAIN ? text : start + text + RESET;
  }
}
