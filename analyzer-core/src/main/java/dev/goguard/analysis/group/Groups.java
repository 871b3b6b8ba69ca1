package dev.goguard.analysis.group;

import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import dev.goguard.analysis.summary.Happening;
import dev.goguard.analysis.summary.Summaries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the whole program does with each group, and which groups leave its sight. */
public final class Groups {
  private static final Set<EventKind> KINDS =
      Set.of(EventKind.GROUP_ADD, EventKind.GROUP_DONE, EventKind.GROUP_WAIT);

  private final Values values;
  private final Summaries summaries;
  private final Map<GroupIdentity, List<GroupUse>> uses = new LinkedHashMap<>();
  private final Set<GroupIdentity> escaped = new HashSet<>();
  private final Set<String> types = new HashSet<>();
  private final Set<Expr> receivers = Collections.newSetFromMap(new IdentityHashMap<>());

  public Groups(Program program, Values values, Summaries summaries, Reach reach) {
    this.values = values;
    this.summaries = summaries;
    for (Body body : program.bodies()) {
      if (KINDS.stream().anyMatch(kind -> reach.can(body, kind))) {
        collectHappenings(body);
      }
      Walk.expressions(body.method().body(), e -> collectReference(body, e));
    }
    for (Body body : program.bodies()) {
      Walk.expressions(body.method().body(), e -> collectEscape(body, e));
    }
  }

  private void collectHappenings(Body body) {
    for (Happening happening : summaries.happenings(body)) {
      Expr at = happening.via().isEmpty()
          ? happening.event().expr()
          : happening.via().get(0).expr();
      if (KINDS.contains(happening.event().kind()) && at != null) {
        add(body, happening.path(), happening.event(), at);
      }
    }
  }

  private void add(Body body, AccessPath path, Event event, Expr at) {
    boolean timed = event.effect() != null && event.effect().timed();
    add(body, path, new GroupUse(event.kind(), body, at, timed));
    if (event.is(EventKind.GROUP_ADD) && isSpawn(event)) {
      add(body, path, new GroupUse(EventKind.GROUP_DONE, body, at, false));
    }
    if (at instanceof Expr.Call call && call == event.expr() && call.receiver() != null) {
      types.add(call.receiver().type());
    }
  }

  /** {@code WaitGroup.go}: counts up, and down again when the task ends. */
  private boolean isSpawn(Event event) {
    return event.expr() != null
        && values.effects(event.expr()).stream().anyMatch(e -> e.kind() == EventKind.SPAWN);
  }

  private void add(Body body, AccessPath path, GroupUse use) {
    GroupIdentity group = GroupIdentity.of(body, path);
    if (group != null) {
      uses.computeIfAbsent(group, g -> new ArrayList<>()).add(use);
    }
  }

  private void collectReference(Body body, Expr expr) {
    if (expr instanceof Expr.MethodReference reference && reference.receiver() != null) {
      for (Effect effect : values.effects(reference.target())) {
        if (KINDS.contains(effect.kind())) {
          AccessPath path = values.path(body, reference.receiver());
          add(body, path, new GroupUse(effect.kind(), body, reference, effect.timed()));
        }
      }
    }
  }

  /** A group that is more than the receiver of calls may be used by anybody. */
  private void collectEscape(Body body, Expr expr) {
    if (expr instanceof Expr.Call call && call.receiver() != null) {
      receivers.add(call.receiver());
    } else if (expr instanceof Expr.MethodReference reference && reference.receiver() != null) {
      receivers.add(reference.receiver());
    } else if (expr instanceof Expr.Assign assign) {
      receivers.add(assign.target());
    } else if (isName(expr) && types.contains(expr.type()) && !receivers.contains(expr)) {
      GroupIdentity group = GroupIdentity.of(body, values.path(body, expr));
      if (group != null) {
        escaped.add(group);
      }
    }
  }

  private static boolean isName(Expr expr) {
    return expr instanceof Expr.LocalVar || expr instanceof Expr.Field;
  }

  /** Every group that the program uses, in source order. */
  public Set<GroupIdentity> all() {
    return uses.keySet();
  }

  /** What is done to a group, calls of source methods included. */
  public List<GroupUse> uses(@Nullable GroupIdentity group, EventKind kind) {
    return uses.getOrDefault(group, List.of()).stream()
        .filter(u -> u.kind() == kind)
        .toList();
  }

  /** Whether the group is passed on, returned or stored. */
  public boolean escapes(GroupIdentity group) {
    return escaped.contains(group);
  }
}
