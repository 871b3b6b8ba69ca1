package dev.goguard.rules.waitgroup;

import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.dataflow.PathSearch.Witness;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.group.GroupIdentity;
import dev.goguard.analysis.group.GroupUse;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.summary.Happening;
import dev.goguard.analysis.thread.SpawnSite;
import dev.goguard.analysis.thread.Task;
import dev.goguard.rules.Witnesses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Flags a task that may end without counting down a group that somebody awaits. */
public final class WaitGroupDoneMissing implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
      "WaitGroupDoneMissing",
      Severity.ERROR,
      "a task may end without done, countDown or arrive",
      List.of(755, 833),
      "waitgroup");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void run(Pass pass) {
    for (SpawnSite site : pass.spawns().all()) {
      if (!site.effect().repeating()) {
        site.tasks().forEach(task -> check(pass, site, task));
      }
    }
    new NeverDone(pass).report();
  }

  private static void check(Pass pass, SpawnSite site, Task task) {
    if (!pass.reach().can(task.body(), EventKind.GROUP_DONE)) {
      return;
    }
    for (AccessPath group : owed(pass, task)) {
      AccessPath outside = task.binding().translate(group);
      if (outside != null && !isShared(pass, site, task, outside)) {
        GroupUse wait = pass.groupWaiters().outside(task.body(), site.spawner(), outside);
        if (wait != null) {
          check(pass, site, task, group, wait);
        }
      }
    }
  }

  /** The groups that the task counts down and has not counted up itself. */
  private static Set<AccessPath> owed(Pass pass, Task task) {
    List<Happening> all = pass.summaries().happenings(task.body());
    Set<AccessPath> own = all.stream()
        .filter(h -> h.is(EventKind.GROUP_ADD) || h.is(EventKind.GROUP_WAIT))
        .map(Happening::path)
        .collect(Collectors.toSet());
    return all.stream()
        .filter(h -> h.is(EventKind.GROUP_DONE) && !own.contains(h.path()))
        .map(Happening::path)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether code that is no task of its own counts down too: then nobody knows who owes it. */
  private static boolean isShared(Pass pass, SpawnSite site, Task task, AccessPath group) {
    GroupIdentity identity = GroupIdentity.of(site.spawner(), group);
    return identity == null
        || pass.groups().uses(identity, EventKind.GROUP_DONE).stream()
            .map(GroupUse::in)
            .filter(in -> !pass.reach().runs(task.body(), in))
            .anyMatch(in -> identity.isField() || in.isLambda() && !isTask(pass, in));
  }

  private static boolean isTask(Pass pass, Body lambda) {
    return pass.spawns().all().stream()
        .flatMap(site -> site.tasks().stream())
        .anyMatch(task -> task.body().equals(lambda));
  }

  private static void check(Pass pass, SpawnSite site, Task task, AccessPath group, GroupUse wait) {
    pass.cfg(task.body())
        .ifPresent(cfg -> pass.countdown(task.body(), group)
            .skipped(cfg)
            .ifPresent(witness -> report(pass, site, cfg, group, wait, witness)));
  }

  private static void report(
      Pass pass,
      SpawnSite site,
      Cfg cfg,
      AccessPath group,
      GroupUse wait,
      Witness<Boolean> witness) {
    String how = Witnesses.ending(pass, witness.nodes(), cfg);
    var report = pass.report(
            site.spawner(),
            site.expr().range(),
            "the task does not count down '%s' %s, and whoever awaits it waits for ever; count down in a finally block around the whole task"
                .formatted(group, how))
        .flow("waiter", List.of(waits(pass, wait)));
    List<FlowStep> end = Witnesses.end(pass, cfg.body(), witness.nodes());
    if (!end.isEmpty()) {
      report.flow("task", end);
    }
    report.submit();
  }

  static FlowStep waits(Pass pass, GroupUse wait) {
    return pass.step(wait.in(), wait.at().range(), "waits for ever here");
  }
}
