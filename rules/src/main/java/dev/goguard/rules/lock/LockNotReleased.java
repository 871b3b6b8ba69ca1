package dev.goguard.rules.lock;

import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.lock.KeptLock;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.rules.Witnesses;
import java.util.List;

/** Flags a lock that some path out of a method keeps. */
public final class LockNotReleased implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
      "LockNotReleased",
      Severity.ERROR,
      "a lock is still held on some path out of the method",
      List.of(667, 772),
      "lock");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void run(Pass pass) {
    for (Body body : pass.bodiesThatCan(EventKind.ACQUIRE)) {
      pass.cfg(body).ifPresent(cfg -> pass.keptLocks(cfg).forEach(kept -> report(pass, cfg, kept)));
    }
  }

  private static void report(Pass pass, Cfg cfg, KeptLock kept) {
    String how = Witnesses.ending(pass, kept.path(), cfg);
    String message =
        "lock '%s' is still held %s, and the next thread that wants it waits for ever; release it in a finally block"
            .formatted(kept.lock(), how);
    pass.report(cfg.body(), kept.acquired().range(), message)
        .flow(
            "holder",
            Witnesses.steps(pass, cfg.body(), kept.acquired(), "acquired here", kept.path()))
        .submit();
  }
}
