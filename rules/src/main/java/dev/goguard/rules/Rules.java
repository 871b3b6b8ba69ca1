package dev.goguard.rules;

import dev.goguard.analysis.Rule;
import dev.goguard.rules.lock.LockNotReleased;
import dev.goguard.rules.race.CapturedLocalRace;
import dev.goguard.rules.spawn.LoopVariableCapture;
import dev.goguard.rules.spawn.SpawnInConstructor;
import dev.goguard.rules.spawn.ThreadRunCalled;
import dev.goguard.rules.spawn.UnboundedSpawn;
import dev.goguard.rules.waitgroup.WaitGroupAddInGoroutine;
import dev.goguard.rules.waitgroup.WaitGroupDoneMissing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue: the only place that names every rule. */
public final class Rules {
  private Rules() {}

  /** Every rule, by family and name. */
  public static List<Rule> all() {
    return List.of(
        new LockNotReleased(),
        new CapturedLocalRace(),
        new LoopVariableCapture(),
        new SpawnInConstructor(),
        new ThreadRunCalled(),
        new UnboundedSpawn(),
        new WaitGroupAddInGoroutine(),
        new WaitGroupDoneMissing());
  }

  /** The name of every rule. */
  public static Set<String> names() {
    return all().stream().map(rule -> rule.info().name()).collect(Collectors.toUnmodifiableSet());
  }
}
