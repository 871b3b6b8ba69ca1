package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import java.nio.file.Path;

/** What stands behind the agent's name: words separated by commas. */
final class AgentArguments {
  private final StringBuilder text = new StringBuilder("race");

  /** With options as the user writes them, perhaps none. */
  AgentArguments(String further) {
    if (!further.isEmpty()) {
      text.append(',').append(further);
    }
  }

  /** Adds an option whose value is a file, unless that is null. */
  void file(String option, Path file) {
    if (file == null) {
      return;
    }
    if (file.toString().contains(",")) {
      throw new InputException("the agent cannot write to a file with a comma: " + file);
    }
    text.append(',').append(option).append('=').append(file);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
