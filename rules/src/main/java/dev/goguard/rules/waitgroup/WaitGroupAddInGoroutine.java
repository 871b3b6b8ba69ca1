package dev.goguard.rules.waitgroup;

import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.group.GroupIdentity;
import dev.goguard.analysis.group.GroupUse;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.summary.Happening;
import dev.goguard.analysis.thread.SpawnSite;
import dev.goguard.analysis.thread.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Flags a task that adds itself to a group, which the waiter may do without. */
public final class WaitGroupAddInGoroutine implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
      "WaitGroupAddInGoroutine",
      Severity.ERROR,
      "a task counts itself after it was started",
      List.of(362, 820),
      "waitgroup");

  /** Where a finding is, once for all spawns that lead there. */
  private record Place(Body body, SourceRange range) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void run(Pass pass) {
    Set<Place> reported = new HashSet<>();
    for (SpawnSite site : pass.spawns().all()) {
      for (Task task : site.tasks()) {
        if (pass.reach().can(task.body(), EventKind.GROUP_ADD)) {
          check(pass, site, task, reported);
        }
      }
    }
  }

  private static void check(Pass pass, SpawnSite site, Task task, Set<Place> reported) {
    for (Happening add : pass.summaries().happenings(task.body())) {
      AccessPath group = add.is(EventKind.GROUP_ADD) ? task.binding().translate(add.path()) : null;
      if (group != null && !isCounted(pass, site, task, group)) {
        GroupUse wait = pass.groupWaiters().outside(task.body(), site.spawner(), group);
        if (wait != null && !isJoinedBefore(pass, site, wait)) {
          report(pass, site, task, add, wait, reported);
        }
      }
    }
  }

  /** Whether somebody else adds to the group too, or might, since it comes from elsewhere. */
  private static boolean isCounted(Pass pass, SpawnSite site, Task task, AccessPath group) {
    GroupIdentity identity = GroupIdentity.of(site.spawner(), group);
    return identity == null
        || identity.local() != null
            && pass.program().locals(site.spawner()).isParameter(identity.local())
        || pass.groups().uses(identity, EventKind.GROUP_ADD).stream()
            .anyMatch(add -> !pass.reach().runs(task.body(), add.in()));
  }

  /** Whether the spawner waits for the task, or for a sign of it, before it waits for the group. */
  private static boolean isJoinedBefore(Pass pass, SpawnSite site, GroupUse wait) {
    return wait.in().equals(site.spawner())
        && pass.cfg(site.spawner())
            .filter(cfg -> !reaches(pass, cfg, site, wait))
            .isPresent();
  }

  private static boolean reaches(Pass pass, Cfg cfg, SpawnSite site, GroupUse wait) {
    return cfg.with(EventKind.SPAWN).stream()
        .filter(spawn -> spawn.event() != null && site.is(spawn.event()))
        .flatMap(
            spawn -> pass.ordering().concurrentWith(cfg, spawn, site).stream().mapToObj(cfg::node))
        .anyMatch(node -> isAt(node.event(), wait));
  }

  private static boolean isAt(Event event, GroupUse wait) {
    return event != null && event.expr() == wait.at();
  }

  private static void report(
      Pass pass, SpawnSite site, Task task, Happening add, GroupUse wait, Set<Place> reported) {
    Place place = place(pass, task.body(), add);
    if (!reported.add(place)) {
      return;
    }
    String message =
        "the task adds itself to '%s', and the waiter may go on before it has begun; add before the task is started";
    var report = pass.report(place.body(), place.range(), message.formatted(add.path()))
        .flow(
            "spawner",
            List.of(
                pass.step(site.spawner(), site.expr().range(), "starts the task"),
                pass.step(wait.in(), wait.at().range(), "may find the count at zero")));
    if (!place.range().equals(add.event().range())) {
      report.related(add.in(), add.event().range(), "adds here");
    }
    report.submit();
  }

  /** The add, or the call in the judged code that leads to it. */
  private static Place place(Pass pass, Body task, Happening add) {
    List<Event> via = add.via();
    Body body = task;
    if (!via.isEmpty() && isForwarding(task) && via.get(0).expr() instanceof Expr.Call call) {
      CallGraph.Targets targets = pass.calls().targets(task, call);
      body = targets.bodies().get(0);
      via = via.subList(1, via.size());
    }
    return new Place(body, via.isEmpty() ? add.event().range() : via.get(0).range());
  }

  /** Whether a lambda does nothing but call one method, as a method reference would. */
  private static boolean isForwarding(Body task) {
    Stmt.Block code = task.method().body();
    return task.isLambda() && code != null && code.statements().size() == 1;
  }
}
