package dev.goguard.rules.lock;

import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Edge;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.dataflow.PathSearch;
import dev.goguard.analysis.dataflow.PathSearch.Witness;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldDecl;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.lock.LockFlow;
import dev.goguard.analysis.lock.LockIdentity;
import dev.goguard.analysis.lock.LockState;
import dev.goguard.analysis.lock.ReleasedElsewhere;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.rules.Witnesses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    ReleasedElsewhere elsewhere = pass.releasedElsewhere();
    for (Body body : pass.bodiesThatCan(EventKind.ACQUIRE)) {
      pass.cfg(body).ifPresent(cfg -> check(pass, elsewhere, cfg));
    }
  }

  private static void check(Pass pass, ReleasedElsewhere elsewhere, Cfg cfg) {
    LockFlow flow = pass.lockFlow(cfg.body());
    for (AccessPath lock : locksOf(pass, cfg, true)) {
      if (mayBeKept(pass, elsewhere, cfg, lock)) {
        continue;
      }
      new PathSearch<LockState>(cfg, pass.values(), flow::along)
          .find(LockState.NONE, (node, state) -> isEnd(cfg, node) && state.isHeld(lock))
          .ifPresent(witness -> report(pass, cfg, flow, lock, witness));
    }
  }

  private static boolean isEnd(Cfg cfg, Node node) {
    return node == cfg.exit() || node == cfg.failure();
  }

  /**
   * The locks that the body takes or, by {@code taken == false}, gives back: itself or by a call.
   */
  private static Set<AccessPath> locksOf(Pass pass, Cfg cfg, boolean taken) {
    Set<AccessPath> locks = new LinkedHashSet<>();
    for (Node node : cfg.nodes()) {
      Event event = node.event();
      if (event != null && event.is(EventKind.CALL)) {
        pass.summaries().lockChanges(cfg.body(), event).stream()
            .filter(change -> change.count() > 0 == taken)
            .forEach(change -> locks.add(change.lock()));
      } else if (event != null && event.expr() != null && event.path() != null) {
        if (event.is(taken ? EventKind.ACQUIRE : EventKind.RELEASE)) {
          locks.add(event.path());
        }
      }
    }
    return locks;
  }

  /** Whether the lock may be left taken on purpose, or nobody can say which lock it is. */
  private static boolean mayBeKept(
      Pass pass, ReleasedElsewhere elsewhere, Cfg cfg, AccessPath lock) {
    LockIdentity identity = LockIdentity.of(lock);
    Body body = cfg.body();
    if (locksOf(pass, cfg, false).contains(lock)) {
      return identity != null && elsewhere.within(identity, body);
    } else if (identity == null) {
      return !isOwnLocal(pass, body, lock);
    }
    return elsewhere.anywhere(identity, body)
        || elsewhere.within(identity, body)
        || !isPrivate(pass, lock);
  }

  private static boolean isOwnLocal(Pass pass, Body body, AccessPath lock) {
    return lock.root() instanceof AccessPath.LocalRoot root
        && lock.steps().isEmpty()
        && pass.program().locals(body).onlyValue(root.local()) instanceof Expr.New;
  }

  private static boolean isPrivate(Pass pass, AccessPath lock) {
    for (int i = lock.steps().size() - 1; i >= 0; i--) {
      FieldRef step = lock.steps().get(i);
      FieldDecl field = pass.program().field(step);
      if (field != null) {
        return field.is(Modifier.PRIVATE);
      }
    }
    return false;
  }

  private static void report(
      Pass pass, Cfg cfg, LockFlow flow, AccessPath lock, Witness<LockState> witness) {
    Event acquired = acquisition(flow, lock, witness.nodes());
    if (acquired == null) {
      return;
    }
    Body body = cfg.body();
    List<FlowStep> steps = Witnesses.steps(pass, body, acquired, "acquired here", witness.nodes());
    String how = Witnesses.ending(pass, witness.nodes(), cfg);
    pass.report(
            body,
            acquired.range(),
            "lock '%s' is still held %s, and the next thread that wants it waits for ever; release it in a finally block"
                .formatted(lock, how))
        .flow("holder", steps)
        .submit();
  }

  /** The event at which the lock was taken that the end of the path still holds. */
  private static @Nullable Event acquisition(LockFlow flow, AccessPath lock, List<Node> path) {
    LockState state = LockState.NONE;
    Event acquired = null;
    for (int i = 0; i + 1 < path.size(); i++) {
      LockState next = flow.after(state, path.get(i), edge(path.get(i), path.get(i + 1)));
      if (!state.isHeld(lock) && next.isHeld(lock)) {
        acquired = path.get(i).event();
      }
      state = next;
    }
    return acquired;
  }

  private static EdgeKind edge(Node from, Node to) {
    return from.successors().stream()
        .filter(e -> e.to() == to.id())
        .map(Edge::kind)
        .findFirst()
        .orElse(EdgeKind.NORMAL);
  }
}
