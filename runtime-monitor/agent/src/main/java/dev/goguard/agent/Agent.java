package dev.goguard.agent;

import java.lang.instrument.Instrumentation;

/** Starts what the options ask for, on a JDK that {@link Premain} has found to be a known one. */
public final class Agent {
  /** The exit code for options that cannot be used. */
  private static final int USAGE = 2;

  private Agent() {}

  /** Called by reflection before the program's {@code main}. */
  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    try {
      AgentOptions options = OptionParser.parse(arguments);
      Bootstrap.install(instrumentation);
      RaceDetection.start(options, instrumentation);
    } catch (OptionException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
    }
  }
}
