package dev.goguard.analysis.lock;

import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.dataflow.PathSearch;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The bodies that give back a lock which somebody else has taken: the other half of a wrapper, a
 * task that ends a hand-over.
 *
 * <p>Where there is one, a lock that a method leaves taken may be meant so.
 */
public final class ReleasedElsewhere {
  private final Function<Body, LockFlow> flows;
  private final Values values;
  private final Map<LockIdentity, List<Body>> releasers = new HashMap<>();
  private final Map<Body, Set<LockIdentity>> references = new HashMap<>();

  public ReleasedElsewhere(
      Function<Body, Optional<Cfg>> cfgs,
      Function<Body, LockFlow> flows,
      Program program,
      Values values,
      Reach reach) {
    this.flows = flows;
    this.values = values;
    for (Body body : program.bodies()) {
      if (reach.has(body, EventKind.RELEASE)) {
        cfgs.apply(body).ifPresent(this::collect);
      }
      collectReferences(body);
    }
  }

  private void collect(Cfg cfg) {
    Set<AccessPath> locks = new HashSet<>();
    for (Node node : cfg.with(EventKind.RELEASE)) {
      Event event = node.event();
      if (event != null && event.path() != null && event.expr() != null) {
        locks.add(event.path());
      }
    }
    for (AccessPath lock : locks) {
      LockIdentity identity = LockIdentity.of(lock);
      if (identity != null && releasesUnheld(cfg, lock)) {
        releasers.computeIfAbsent(identity, i -> new ArrayList<>()).add(cfg.body());
      }
    }
  }

  private boolean releasesUnheld(Cfg cfg, AccessPath lock) {
    LockFlow flow = flows.apply(cfg.body());
    return new PathSearch<LockState>(cfg, values, flow::along)
        .find(LockState.NONE, (node, state) -> releases(node, lock) && !state.isHeld(lock))
        .isPresent();
  }

  private static boolean releases(Node node, AccessPath lock) {
    return node.has(EventKind.RELEASE)
        && node.event() != null
        && lock.equals(node.event().path());
  }

  /** {@code lock::unlock}: whoever gets the reference may release. */
  private void collectReferences(Body body) {
    Walk.expressions(body.method().body(), e -> {
      if (e instanceof Expr.MethodReference reference && reference.receiver() != null) {
        boolean releases = values.effects(reference.target()).stream()
            .anyMatch(effect -> effect.kind() == EventKind.RELEASE);
        LockIdentity identity =
            releases ? LockIdentity.of(values.path(body, reference.receiver())) : null;
        if (identity != null) {
          references.computeIfAbsent(body, b -> new HashSet<>()).add(identity);
        }
      }
    });
  }

  /** Whether any body gives back this lock for somebody else. */
  public boolean anywhere(LockIdentity lock, Body except) {
    return releasers.getOrDefault(lock, List.of()).stream().anyMatch(b -> !b.equals(except));
  }

  /** Whether a lambda in {@code body}, or a reference made there, gives back this lock. */
  public boolean within(LockIdentity lock, Body body) {
    return references.getOrDefault(body, Set.of()).contains(lock)
        || releasers.getOrDefault(lock, List.of()).stream()
            .anyMatch(b -> !b.equals(body) && isInside(b, body));
  }

  private static boolean isInside(Body inner, Body outer) {
    return inner.file() == outer.file()
        && outer.method().range().contains(inner.method().range());
  }
}
