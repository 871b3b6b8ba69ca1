package dev.goguard.agent;

import dev.goguard.agent.jdk.JdkHooks;
import dev.goguard.agent.scope.Scope;
import dev.goguard.agent.transform.RaceTransformer;
import dev.goguard.agent.transform.call.CallSites;
import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.Set;

/** Entry point of {@code -javaagent:goguard-agent.jar=race,key=value}. */
public final class Agent {
  /** The exit code for options that cannot be used. */
  private static final int USAGE = 2;

  private Agent() {}

  /** Called by the JVM before the program's {@code main}. */
  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    try {
      start(OptionParser.parse(arguments), instrumentation);
    } catch (OptionException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
    }
  }

  private static void start(AgentOptions options, Instrumentation instrumentation)
      throws Exception {
    Bootstrap.install(instrumentation);
    JdkHooks.install(instrumentation);
    Scope scope = new Scope(options.include(), options.exclude());
    Set<String> early = loaded(instrumentation, scope);
    instrumentation.addTransformer(new RaceTransformer(scope, early, CallSites::rewriters), false);
  }

  /** The application's classes that are there already, which can get no shadow any more. */
  private static Set<String> loaded(Instrumentation instrumentation, Scope scope) {
    Set<String> names = new HashSet<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      String name = type.getName().replace('.', '/');
      if (type.getClassLoader() != null
          && !type.isArray()
          && !type.isHidden()
          && scope.followsSynchronization(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
