package dev.goguard.agent;

import java.lang.instrument.Instrumentation;

/**
 * Entry point of {@code -javaagent:goguard-agent.jar=race,key=value}.
 *
 * <p>It is compiled for older JDKs than the rest, to be able to say there what is wrong, and it
 * looks before anything is put in place: how the JDK synchronizes and where a thread keeps the
 * detector's state is known of some versions only, and a guess could make false reports.
 */
public final class Premain {
  private static final int FIRST = 21;
  private static final int LAST = 25;
  private static final int USAGE = 2;
  private static final String PRESENT = "goguard.agent.present";

  private Premain() {}

  /** Called by the JVM before the program's {@code main}. */
  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    String reason = refusal(System.getProperty("java.specification.version"), Thread.class);
    if (System.getProperty(PRESENT) != null) {
      System.err.println("goguard: the agent is given twice; this one is left out: " + arguments);
    } else if (reason == null) {
      System.setProperty(PRESENT, "true");
      Class.forName("dev.goguard.agent.Agent")
          .getMethod("premain", String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } else {
      System.err.println("goguard: " + reason + "; the program is not started");
      System.exit(USAGE);
    }
  }

  /** Why the agent cannot run here, or null. */
  static String refusal(String version, Class<?> thread) {
    if (!version.matches("\\d+")
        || Integer.parseInt(version) < FIRST
        || Integer.parseInt(version) > LAST) {
      return "the race detector runs on JDK " + FIRST + " to " + LAST + ", and this is " + version;
    }
    return hasLock(thread)
        ? null
        : "the race detector does not run on this JDK: its Thread has no field interruptLock";
  }

  private static boolean hasLock(Class<?> thread) {
    try {
      return thread.getDeclaredField("interruptLock").getType() == Object.class;
    } catch (NoSuchFieldException e) {
      return false;
    }
  }
}
