package dev.goguard.agent;

import dev.goguard.agent.jdk.JdkHooks;
import dev.goguard.agent.scope.Scope;
import dev.goguard.agent.transform.RaceTransformer;
import dev.goguard.agent.transform.call.CallSites;
import java.lang.instrument.Instrumentation;

/** Entry point of {@code -javaagent:goguard-agent.jar=race,key=value}. */
public final class Agent {
  private Agent() {}

  /** Called by the JVM before the program's {@code main}. */
  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    Bootstrap.install(instrumentation);
    JdkHooks.install(instrumentation);
    instrumentation.addTransformer(new RaceTransformer(new Scope(), CallSites::rewriters), false);
  }
}
