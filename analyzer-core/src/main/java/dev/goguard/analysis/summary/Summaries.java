package dev.goguard.analysis.summary;

import dev.goguard.analysis.call.Binding;
import dev.goguard.analysis.call.Bindings;
import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.dataflow.ForwardAnalysis;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.lock.LockChange;
import dev.goguard.analysis.lock.LockFlow;
import dev.goguard.analysis.lock.LockState;
import dev.goguard.analysis.model.ApiModels;
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
import org.jspecify.annotations.Nullable;

/**
 * What a call does to its caller: locks that stay taken or are given back, and everything that
 * happens to objects the caller can name.
 *
 * <p>Computed on demand, at most {@value #MAX_DEPTH} calls deep. Below that, a call counts as doing
 * nothing to objects, and as doing something unknown to locks; rules stay silent about locks that
 * went through it.
 */
public final class Summaries implements LockChange.OfCalls {
  private static final int MAX_DEPTH = 6;
  private static final int MAX_HAPPENINGS = 400;

  private final Program program;
  private final Function<Body, Optional<Cfg>> cfgs;
  private final Values values;
  private final CallGraph calls;
  private final Bindings bindings;
  private final ApiModels models;
  private final Reach reach;
  private final Map<Depth, List<LockChange>> lockChanges = new HashMap<>();
  private final Map<Depth, List<Happening>> happenings = new HashMap<>();
  private @Nullable UnbalancedBodies unbalanced;
  private int depth = MAX_DEPTH;

  public Summaries(
      Program program,
      Function<Body, Optional<Cfg>> cfgs,
      Values values,
      CallGraph calls,
      Bindings bindings,
      ApiModels models,
      Reach reach) {
    this.program = program;
    this.cfgs = cfgs;
    this.values = values;
    this.calls = calls;
    this.bindings = bindings;
    this.models = models;
    this.reach = reach;
  }

  /**
   * What a call does to the locks, in the names of its caller; {@link LockChange#UNKNOWN} when its
   * targets differ.
   */
  @Override
  public List<LockChange> lockChanges(Body caller, Event call) {
    Expr expr = call.expr();
    if (expr == null || isModelledLock(expr)) {
      return List.of();
    }
    List<Bound> targets = allTargets(caller, expr);
    List<LockChange> first = targets.isEmpty() ? List.of() : changesBy(targets.get(0));
    return targets.stream().allMatch(t -> changesBy(t).equals(first))
        ? first
        : List.of(LockChange.UNKNOWN);
  }

  private List<LockChange> changesBy(Bound target) {
    List<LockChange> changes = new ArrayList<>();
    for (LockChange change : lockChanges(target.body())) {
      AccessPath lock = target.binding().translate(change.lock());
      if (change.equals(LockChange.UNKNOWN)) {
        changes.add(change);
      } else if (lock != null) {
        changes.add(new LockChange(lock, change.count()));
      }
    }
    return changes;
  }

  private boolean isModelledLock(Expr call) {
    return values.effects(call).stream()
        .anyMatch(e -> e.kind() == EventKind.ACQUIRE || e.kind() == EventKind.RELEASE);
  }

  /** A body that is called, and how to translate its names into those of the caller. */
  public record Bound(Body body, Binding binding) {}

  /**
   * The body that a call or creation runs, with the binding to the names of {@code caller}; empty
   * unless there is exactly one.
   */
  public List<Bound> targets(Body caller, @Nullable Expr expr) {
    List<Bound> targets = expr == null ? List.of() : allTargets(caller, expr);
    return targets.size() == 1 ? targets : List.of();
  }

  /** The bodies that a call may run; empty when they are not all known. */
  private List<Bound> allTargets(Body caller, Expr expr) {
    if (expr instanceof Expr.Call call) {
      CallGraph.Targets targets = calls.targets(caller, call);
      return targets.complete()
          ? targets.bodies().stream().map(t -> bound(caller, call, t)).toList()
          : List.of();
    } else if (expr instanceof Expr.New created && calls.targets(created).complete()) {
      Body target = calls.targets(created).bodies().get(0);
      return List.of(new Bound(target, bindings.ofNew(caller, created, target)));
    }
    return List.of();
  }

  private Bound bound(Body caller, Expr.Call call, Body target) {
    return new Bound(target, bindings.ofCall(caller, call, target));
  }

  private UnbalancedBodies unbalanced() {
    if (unbalanced == null) {
      unbalanced = new UnbalancedBodies(program, cfgs, values, models, reach);
    }
    return unbalanced;
  }

  /** What running a body does to the locks. */
  public List<LockChange> lockChanges(Body body) {
    if (!unbalanced().contains(body)) {
      return List.of();
    }
    return memo(lockChanges, body, this::computeLockChanges, List.of(LockChange.UNKNOWN));
  }

  private List<LockChange> computeLockChanges(Body body) {
    return cfgs.apply(body).map(cfg -> lockChanges(body, cfg)).orElse(List.of());
  }

  private List<LockChange> lockChanges(Body body, Cfg cfg) {
    LockState end =
        new LockFlow(body, values, this, models).heldBefore(cfg).get(cfg.exit().id());
    List<LockChange> changes = new ArrayList<>();
    if (end != null) {
      end.withoutTokens()
          .counts()
          .forEach((lock, count) -> changes.add(new LockChange(lock, count)));
    }
    boolean unknown = cfg.with(EventKind.CALL).stream()
        .anyMatch(n -> n.event() != null && isUnknown(body, n.event()));
    return unknown ? List.of(LockChange.UNKNOWN) : changes;
  }

  private boolean isUnknown(Body body, Event call) {
    return lockChanges(body, call).contains(LockChange.UNKNOWN);
  }

  /** A body, and how many calls deep it is looked into. */
  private record Depth(Body body, int calls) {}

  /**
   * The summary of a body at the depth that is left. It depends on nothing but these two, so that
   * the order of the questions does not matter.
   */
  private <T> List<T> memo(
      Map<Depth, List<T>> memo, Body body, Function<Body, List<T>> compute, List<T> tooDeep) {
    if (depth < 0) {
      return tooDeep;
    }
    int before = depth;
    depth = Math.min(depth, reach.height(body, MAX_DEPTH));
    var key = new Depth(body, depth);
    List<T> known = memo.get(key);
    if (known == null) {
      depth--;
      known = compute.apply(body);
      memo.put(key, known);
    }
    depth = before;
    return known;
  }

  /** Everything that running a body does to objects that somebody outside may name. */
  public List<Happening> happenings(Body body) {
    return memo(happenings, body, this::computeHappenings, List.of());
  }

  private List<Happening> computeHappenings(Body body) {
    return cfgs.apply(body).map(cfg -> happenings(body, cfg)).orElse(List.of());
  }

  private List<Happening> happenings(Body body, Cfg cfg) {
    List<@Nullable LockState> held = new LockFlow(body, values, this, models).heldBefore(cfg);
    Map<Node, List<Happening>> found = new HashMap<>();
    int count = 0;
    for (Node node : cfg.nodes()) {
      LockState state = held.get(node.id());
      if (state != null && node.event() != null && count < MAX_HAPPENINGS) {
        List<Happening> here = at(body, node.event(), state.held());
        count += here.size();
        found.put(node, here);
      }
    }
    return withCertainty(cfg, found);
  }

  /** What one event of a body leads to, under these locks. */
  public List<Happening> at(Body body, Event event, Set<AccessPath> locks) {
    List<Happening> here = new ArrayList<>();
    if (event.is(EventKind.CALL)) {
      targets(body, event.expr()).forEach(t -> addCalled(here, t, event, locks));
    } else if (event.path() != null && event.path().isNamed()) {
      here.add(new Happening(event, body, event.path(), locks, true, true, List.of()));
    }
    return here;
  }

  private void addCalled(List<Happening> here, Bound target, Event call, Set<AccessPath> locks) {
    for (Happening inner : happenings(target.body())) {
      AccessPath path = target.binding().translate(inner.path(), inner.event().kind());
      if (path != null && path.isNamed()) {
        here.add(translated(inner, path, target.binding(), call, locks));
      }
    }
  }

  private static Happening translated(
      Happening inner, AccessPath path, Binding binding, Event call, Set<AccessPath> outerLocks) {
    Set<AccessPath> locks = new HashSet<>(outerLocks);
    for (AccessPath lock : inner.locks()) {
      AccessPath outside = binding.translate(lock);
      if (outside != null) {
        locks.add(outside);
      }
    }
    List<Event> via = new ArrayList<>(List.of(call));
    via.addAll(inner.via());
    return new Happening(
        inner.event(), inner.in(), path, locks, inner.always(), inner.evenOnFailure(), via);
  }

  private record Key(EventKind kind, AccessPath path) {
    static Key of(Happening happening) {
      return new Key(happening.event().kind(), happening.path());
    }
  }

  private List<Happening> withCertainty(Cfg cfg, Map<Node, List<Happening>> found) {
    List<@Nullable Set<Key>> certain = new Certain(found).run(cfg);
    Set<Key> atExit = certain.get(cfg.exit().id());
    Set<Key> atFailure = certain.get(cfg.failure().id());
    List<Happening> all = new ArrayList<>();
    for (Node node : cfg.nodes()) {
      for (Happening happening : found.getOrDefault(node, List.of())) {
        Key key = Key.of(happening);
        boolean always = atExit == null || atExit.contains(key);
        boolean evenOnFailure = atFailure == null || atFailure.contains(key);
        all.add(certainty(happening, always, evenOnFailure));
      }
    }
    return all;
  }

  private static Happening certainty(Happening h, boolean always, boolean evenOnFailure) {
    return new Happening(h.event(), h.in(), h.path(), h.locks(), always, evenOnFailure, h.via());
  }

  /** What has happened on every path to a node. */
  private static final class Certain extends ForwardAnalysis<Set<Key>> {
    private final Map<Node, List<Happening>> found;

    Certain(Map<Node, List<Happening>> found) {
      this.found = found;
    }

    @Override
    protected Set<Key> atEntry() {
      return Set.of();
    }

    @Override
    protected Set<Key> join(Set<Key> first, Set<Key> second) {
      if (first.equals(second)) {
        return first;
      }
      var both = new HashSet<>(first);
      both.retainAll(second);
      return both;
    }

    @Override
    protected Set<Key> after(Set<Key> before, Node node, EdgeKind edge) {
      var after = new HashSet<>(before);
      for (Happening happening : found.getOrDefault(node, List.of())) {
        boolean sure = edge == EdgeKind.EXCEPTION ? happening.evenOnFailure() : happening.always();
        if (sure && !happening.event().isConditional()) {
          after.add(Key.of(happening));
        }
      }
      return after.equals(before) ? before : after;
    }
  }
}
