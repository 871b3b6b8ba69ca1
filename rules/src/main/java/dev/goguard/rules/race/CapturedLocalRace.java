package dev.goguard.rules.race;

import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.sharing.Conflict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Flags a captured local that several tasks change, or a task and its spawner, with nothing that
 * orders them.
 */
public final class CapturedLocalRace implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
      "CapturedLocalRace",
      Severity.ERROR,
      "tasks change a captured local without a common lock",
      List.of(362),
      "race");

  private static final Comparator<Conflict> BY_SOURCE =
      Comparator.comparing((Conflict c) -> c.first().range().startOffset());

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void run(Pass pass) {
    for (Body body : pass.spawners()) {
      pass.cfg(body).ifPresent(cfg -> check(pass, cfg));
    }
  }

  /** One finding for each variable: its first conflict. */
  private static void check(Pass pass, Cfg cfg) {
    Map<Integer, Conflict> byVariable = new TreeMap<>();
    pass.conflicts(cfg)
        .onLocals()
        .sorted(BY_SOURCE)
        .forEach(conflict -> byVariable.putIfAbsent(conflict.variable().index(), conflict));
    byVariable.values().forEach(conflict -> report(pass, conflict));
  }

  private static void report(Pass pass, Conflict conflict) {
    Body task = conflict.task().body();
    String message =
        "'%s' is changed by this task while %s %s it, and changes get lost; guard every access with one lock, or use an atomic or concurrent type"
            .formatted(conflict.first().path(), conflict.other(), conflict.verb());
    pass.report(task, conflict.first().range(), message)
        .flow(
            "task",
            List.of(
                pass.step(conflict.spawner(), conflict.spawnRange(), "task started here"),
                pass.step(task, conflict.first().range(), "written here")))
        .flow(
            conflict.other(),
            List.of(pass.step(
                conflict.secondBody(),
                conflict.second().range(),
                conflict.second().isWrite() ? "written here" : "read here")))
        .submit();
  }
}
