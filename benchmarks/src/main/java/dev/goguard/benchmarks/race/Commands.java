package dev.goguard.benchmarks.race;

import dev.goguard.benchmarks.Processes;
import dev.goguard.benchmarks.race.workload.SmallTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The command lines of the contenders.
 *
 * @param agent the jar
 * @param go the Go program, if there is one
 * @param goRace the same, built with {@code -race}
 */
record Commands(String agent, String go, String goRace) {
  /** The same heap for all, and the collector that servers run by default. */
  static final List<String> FLAGS = List.of("-Xms2g", "-Xmx2g", "-XX:+UseG1GC");

  private static final String NO_AGENT = "the agent is not built, or adds nothing to the programs";
  private static final String NO_GO = "there is no Go toolchain that can build benchmarks/go/race";
  private static final String NO_GO_RACE = NO_GO + " with -race, which needs cgo";

  /** Who cannot run, and why. */
  Map<Contender, String> missing() throws IOException, InterruptedException {
    var missing = new EnumMap<Contender, String>(Contender.class);
    if (!Processes.succeeds(Processes.java(withAgent(List.of()), AgentProbe.class))) {
      missing.put(Contender.JAVA_RACE, NO_AGENT);
    }
    if (!Processes.isExecutable(go)) {
      missing.put(Contender.GO, NO_GO);
    }
    if (!Processes.isExecutable(goRace)) {
      missing.put(Contender.GO_RACE, NO_GO_RACE);
    }
    return missing;
  }

  /** Measures one program. */
  List<String> kernel(Kernel kernel, Contender contender, Effort effort) {
    String[] arguments = {
      kernel.name(),
      String.valueOf(kernel.size()),
      String.valueOf(effort.warmups()),
      String.valueOf(effort.iterations()),
      String.valueOf(effort.millis())
    };
    return switch (contender) {
      case JAVA -> Processes.java(FLAGS, KernelRun.class, arguments);
      case JAVA_RACE -> Processes.java(withAgent(FLAGS), KernelRun.class, arguments);
      case GO -> command(go, arguments);
      case GO_RACE -> command(goRace, arguments);
    };
  }

  /** Starts the small program, with the JVM's own choice of a heap. */
  List<String> startUp(Contender contender) {
    return Processes.java(
        contender == Contender.JAVA_RACE ? withAgent(List.of()) : List.of(), SmallTest.class);
  }

  private List<String> withAgent(List<String> flags) {
    var all = new ArrayList<>(flags);
    all.add("-javaagent:" + agent + "=race");
    return all;
  }

  private static List<String> command(String binary, String... arguments) {
    var command = new ArrayList<>(List.of(binary));
    command.addAll(List.of(arguments));
    return command;
  }
}
