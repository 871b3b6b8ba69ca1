package dev.goguard.rules.spawn;

import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.sharing.LoopCapture;
import java.util.List;

/** Flags a task, started in a loop, that reads what the next turn of the loop changes. */
public final class LoopVariableCapture implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
      "LoopVariableCapture",
      Severity.ERROR,
      "a task reads a variable that the loop changes before the task may have run",
      List.of(362, 567),
      "spawn");

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

  private static void check(Pass pass, Cfg cfg) {
    for (LoopCapture capture : pass.loopCaptures(cfg)) {
      Body spawner = capture.site().spawner();
      String message =
          "the task captures '%s', which the loop changes for its next turn: tasks see each other's values; %s"
              .formatted(capture.variable(), mend(capture));
      pass.report(spawner, capture.site().expr().range(), message)
          .flow(
              "loop",
              List.of(
                  pass.step(spawner, capture.site().expr().range(), "task started here"),
                  pass.step(cfg.body(), capture.changed(), "changed here for the next turn")))
          .flow("task", List.of(pass.step(capture.task().body(), capture.used(), "read here")))
          .submit();
    }
  }

  private static String mend(LoopCapture capture) {
    return capture.isObject()
        ? "take what the task needs out of it before the start, or make a new one in each turn"
        : "copy its value into a local of the loop body";
  }
}
