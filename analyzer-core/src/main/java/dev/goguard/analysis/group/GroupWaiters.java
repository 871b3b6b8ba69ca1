package dev.goguard.analysis.group;

import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.summary.Summaries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for the tasks of a group without a limit of time. A group that is a parameter is looked
 * up in the callers too.
 */
public final class GroupWaiters {
  private static final int MAX_CALLERS = 3;

  private final Groups groups;
  private final Summaries summaries;
  private final Reach reach;

  public GroupWaiters(Groups groups, Summaries summaries, Reach reach) {
    this.groups = groups;
    this.summaries = summaries;
    this.reach = reach;
  }

  /** A wait outside of {@code task} for a group that {@code body} names; null when nobody waits. */
  public @Nullable GroupUse outside(Body task, Body body, AccessPath group) {
    return outside(task, body, group, MAX_CALLERS);
  }

  private @Nullable GroupUse outside(Body task, Body body, AccessPath group, int callers) {
    for (GroupUse wait : groups.uses(GroupIdentity.of(body, group), EventKind.GROUP_WAIT)) {
      if (!wait.timed() && !reach.runs(task, wait.in())) {
        return wait;
      }
    }
    return callers == 0 ? null : inCallers(task, body.outermost(), group, callers - 1);
  }

  private @Nullable GroupUse inCallers(Body task, Body called, AccessPath group, int callers) {
    if (!(group.root() instanceof AccessPath.LocalRoot root)
        || !isParameter(called, root.local())) {
      return null;
    }
    for (Body caller : reach.callers(called)) {
      for (AccessPath path : namesIn(caller, called, group)) {
        GroupUse wait = outside(task, caller, path, callers);
        if (wait != null) {
          return wait;
        }
      }
    }
    return null;
  }

  private static boolean isParameter(Body body, Local local) {
    return body.method().parameters().contains(local);
  }

  /** What a caller passes for a group of the called body. */
  private List<AccessPath> namesIn(Body caller, Body called, AccessPath group) {
    List<AccessPath> names = new ArrayList<>();
    Walk.expressions(caller.method().body(), e -> addName(names, caller, e, called, group));
    return names;
  }

  private void addName(
      List<AccessPath> names, Body caller, Expr expr, Body called, AccessPath group) {
    for (Summaries.Bound target : summaries.targets(caller, expr)) {
      AccessPath path = target.body().equals(called) ? target.binding().translate(group) : null;
      if (path != null) {
        names.add(path);
      }
    }
  }
}
