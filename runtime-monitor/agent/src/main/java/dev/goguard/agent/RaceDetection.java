package dev.goguard.agent;

import dev.goguard.agent.jdk.JdkHooks;
import dev.goguard.agent.report.Reporter;
import dev.goguard.agent.report.RunSummary;
import dev.goguard.agent.scope.Scope;
import dev.goguard.agent.transform.RaceTransformer;
import dev.goguard.agent.transform.call.CallSites;
import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the race detector in place. A class of its own, since it can only be loaded when the
 * bootstrap class loader has the detector's classes.
 */
final class RaceDetection {
  private RaceDetection() {}

  static void start(AgentOptions options, Instrumentation instrumentation) throws Exception {
    Reporter reporter = OutputOptions.open(options);
    JdkHooks hooks = JdkHooks.install(instrumentation);
    Scope scope = new Scope(options.include(), options.exclude());
    Set<String> early = loaded(instrumentation, scope);
    RaceTransformer transformer = new RaceTransformer(scope, early, CallSites::rewriters);
    instrumentation.addTransformer(transformer, false);
    reporter.start(transformer::summary);
    JUnitProperties.set();
    atEnd(() -> reporter.end(summary(options, transformer, hooks, instrumentation)));
  }

  private static Optional<String> summary(
      AgentOptions options,
      RaceTransformer transformer,
      JdkHooks hooks,
      Instrumentation instrumentation) {
    return options.summary()
        ? Optional.of(RunSummary.of(transformer.summary(), hooks.unmet(), instrumentation))
        : Optional.empty();
  }

  private static void atEnd(Runnable action) {
    Thread thread = new Thread(action, "goguard-report");
    Runtime.getRuntime().addShutdownHook(thread);
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
