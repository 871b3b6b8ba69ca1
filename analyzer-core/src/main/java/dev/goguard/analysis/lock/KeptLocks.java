package dev.goguard.analysis.lock;

import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Edge;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.dataflow.PathSearch;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldDecl;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds locks that a body takes and that some path out of it keeps, though nobody else is there to
 * give them back.
 *
 * <p>A body that releases the lock on one path must do so on all, unless a task or reference made
 * in it does. A body that never releases it may be one half of a pair; the lock is kept only when
 * the other half is nowhere, and nobody outside can reach it.
 */
public final class KeptLocks {
  private final Program program;
  private final Values values;
  private final LockChange.OfCalls calls;
  private final ReleasedElsewhere elsewhere;
  private final Function<Body, LockFlow> flows;

  public KeptLocks(
      Program program,
      Values values,
      LockChange.OfCalls calls,
      ReleasedElsewhere elsewhere,
      Function<Body, LockFlow> flows) {
    this.flows = flows;
    this.program = program;
    this.values = values;
    this.calls = calls;
    this.elsewhere = elsewhere;
  }

  /** The kept locks of a body, one path for each. */
  public List<KeptLock> in(Cfg cfg, LockFlow flow) {
    List<KeptLock> kept = new ArrayList<>();
    for (AccessPath lock : locks(cfg, EventKind.ACQUIRE)) {
      List<Node> ends = wrongEnds(cfg, lock);
      if (!ends.isEmpty()) {
        new PathSearch<LockState>(cfg, values, flow::along)
            .find(LockState.NONE, (node, state) -> ends.contains(node) && state.isHeld(lock))
            .flatMap(witness -> kept(lock, flow, witness.nodes()))
            .ifPresent(kept::add);
      }
    }
    return kept;
  }

  private static Optional<KeptLock> kept(AccessPath lock, LockFlow flow, List<Node> path) {
    Event acquired = acquisition(flow, lock, path);
    return acquired == null ? Optional.empty() : Optional.of(new KeptLock(lock, acquired, path));
  }

  /** The ends of the body at which the lock must not be held. */
  private List<Node> wrongEnds(Cfg cfg, AccessPath lock) {
    LockIdentity identity = LockIdentity.of(lock);
    Body body = cfg.body();
    boolean released = isReleasedAfterwards(cfg, lock);
    if (identity == null) {
      return released || isOwnLocal(body, lock) ? bothEnds(cfg) : List.of();
    } else if (elsewhere.within(identity, body)) {
      return List.of();
    } else if (!released) {
      return elsewhere.anywhere(identity, body) || !isPrivate(lock) ? List.of() : bothEnds(cfg);
    }
    boolean mayBeReturned = elsewhere.anywhere(identity, body)
        && !isReleasedByCall(cfg, lock)
        && (!body.method().returnType().equals("void") || isAlwaysKept(cfg, lock));
    return mayBeReturned ? List.of(cfg.failure()) : bothEnds(cfg);
  }

  /** Whether every normal way out keeps the lock: that is what the method is for. */
  private boolean isAlwaysKept(Cfg cfg, AccessPath lock) {
    LockFlow flow = flows.apply(cfg.body());
    return new PathSearch<LockState>(cfg, values, flow::along)
        .find(LockState.NONE, (node, state) -> node == cfg.exit() && !state.isHeld(lock))
        .isEmpty();
  }

  private static List<Node> bothEnds(Cfg cfg) {
    return List.of(cfg.exit(), cfg.failure());
  }

  /** Whether the body releases what it took, not only on ways of their own: two commands. */
  private boolean isReleasedAfterwards(Cfg cfg, AccessPath lock) {
    var releases = new BitSet();
    cfg.nodes().stream()
        .filter(n -> locks(cfg, n, EventKind.RELEASE).contains(lock))
        .forEach(n -> releases.set(n.id()));
    return !releases.isEmpty()
        && cfg.nodes().stream()
            .filter(n -> locks(cfg, n, EventKind.ACQUIRE).contains(lock))
            .anyMatch(n -> cfg.reachableFrom(n).intersects(releases));
  }

  /** The locks that the body takes, or releases, by itself or by a call. */
  private Set<AccessPath> locks(Cfg cfg, EventKind kind) {
    Set<AccessPath> locks = new LinkedHashSet<>();
    cfg.nodes().forEach(node -> locks.addAll(locks(cfg, node, kind)));
    return locks;
  }

  private List<AccessPath> locks(Cfg cfg, Node node, EventKind kind) {
    Event event = node.event();
    if (event != null && event.is(EventKind.CALL)) {
      return calls.lockChanges(cfg.body(), event).stream()
          .filter(change -> kind == EventKind.ACQUIRE ? change.count() > 0 : change.count() < 0)
          .map(LockChange::lock)
          .filter(lock -> !lock.steps().contains(LockState.TOKEN))
          .toList();
    }
    return event != null && event.is(kind) && event.expr() != null && event.path() != null
        ? List.of(event.path())
        : List.of();
  }

  private boolean isReleasedByCall(Cfg cfg, AccessPath lock) {
    return cfg.with(EventKind.CALL).stream()
        .flatMap(n -> calls.lockChanges(cfg.body(), Objects.requireNonNull(n.event())).stream())
        .anyMatch(change -> change.count() < 0 && change.lock().equals(lock));
  }

  private boolean isOwnLocal(Body body, AccessPath lock) {
    return lock.root() instanceof AccessPath.LocalRoot root
        && lock.steps().isEmpty()
        && program.locals(body).onlyValue(root.local()) instanceof Expr.New;
  }

  private boolean isPrivate(AccessPath lock) {
    for (int i = lock.steps().size() - 1; i >= 0; i--) {
      FieldDecl field = program.field(lock.steps().get(i));
      if (field != null) {
        return field.is(Modifier.PRIVATE);
      }
    }
    return false;
  }

  /** The event at which the lock was taken that the end of the path still holds. */
  private static @Nullable Event acquisition(LockFlow flow, AccessPath lock, List<Node> path) {
    LockState state = LockState.NONE;
    Event acquired = null;
    for (int i = 0; i + 1 < path.size(); i++) {
      LockState next = flow.along(state, path.get(i), edge(path.get(i), path.get(i + 1)));
      if (next == null) {
        return null;
      } else if (!state.isHeld(lock) && next.isHeld(lock)) {
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
