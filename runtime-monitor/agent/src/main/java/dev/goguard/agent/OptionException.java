package dev.goguard.agent;

/** An option of the agent that cannot be used; the message is one line for the user. */
final class OptionException extends Exception {
  private static final long serialVersionUID = 1;

  OptionException(String option, String problem) {
    super("goguard: option " + option + ": " + problem);
  }
}
