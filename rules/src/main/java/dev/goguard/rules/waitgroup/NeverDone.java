package dev.goguard.rules.waitgroup;

import dev.goguard.analysis.Pass;
import dev.goguard.analysis.group.GroupIdentity;
import dev.goguard.analysis.group.GroupUse;
import dev.goguard.analysis.group.Groups;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldDecl;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups that are awaited while tasks run, and that no code at all counts down. */
final class NeverDone {
  private final Pass pass;
  private final Groups groups;

  NeverDone(Pass pass) {
    this.pass = pass;
    groups = pass.groups();
  }

  void report() {
    for (GroupIdentity group : groups.all()) {
      if (groups.uses(group, EventKind.GROUP_DONE).isEmpty() && !groups.escapes(group)) {
        groups.uses(group, EventKind.GROUP_WAIT).stream()
            .filter(wait -> !wait.timed() && mayOwe(group, wait))
            .findFirst()
            .ifPresent(wait -> report(group, wait));
      }
    }
  }

  /** Whether tasks run meanwhile: a program that waits for ever without any may mean it. */
  private boolean mayOwe(GroupIdentity group, GroupUse wait) {
    return group.local() == null
        ? isPrivate(group)
        : pass.reach().can(wait.in().outermost(), EventKind.SPAWN) && created(group, wait) != null;
  }

  private boolean isPrivate(GroupIdentity group) {
    FieldDecl field = group.field() == null ? null : pass.program().field(group.field());
    return field != null && field.is(Modifier.PRIVATE) && field.is(Modifier.FINAL);
  }

  private Expr.@Nullable New created(GroupIdentity group, GroupUse wait) {
    return group.local() != null
            && pass.program().locals(wait.in()).onlyValue(group.local()) instanceof Expr.New made
        ? made
        : null;
  }

  private void report(GroupIdentity group, GroupUse wait) {
    List<GroupUse> adds = groups.uses(group, EventKind.GROUP_ADD);
    Expr.New made = created(group, wait);
    if (!adds.isEmpty()) {
      report(group, wait, adds.get(0).in(), adds.get(0).at().range());
    } else if (made != null && countsFromTheStart(made)) {
      report(group, wait, wait.in(), made.range());
    }
  }

  private boolean countsFromTheStart(Expr.New made) {
    return pass.values().effects(made).stream().anyMatch(e -> e.kind() == EventKind.GROUP_ADD)
        && !(made.arguments().get(0) instanceof Expr.Literal count
            && count.value().equals("0"));
  }

  private void report(GroupIdentity group, GroupUse wait, Body body, SourceRange at) {
    Object name = group.local() == null ? group.field().name() : group.local();
    pass.report(
            body,
            at,
            "nobody counts down '%s', and whoever awaits it waits for ever; let every task count down in a finally block"
                .formatted(name))
        .flow("waiter", List.of(WaitGroupDoneMissing.waits(pass, wait)))
        .submit();
  }
}
