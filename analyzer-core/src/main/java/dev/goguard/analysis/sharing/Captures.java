package dev.goguard.analysis.sharing;

import dev.goguard.analysis.call.Binding;
import dev.goguard.analysis.call.Bindings;
import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.thread.SpawnSite;
import dev.goguard.analysis.thread.Spawns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which objects the tasks hold on to that a piece of code starts, itself or through what it calls.
 */
public final class Captures {
  private static final int MAX_DEPTH = 4;

  private final Function<Body, Optional<Cfg>> cfgs;
  private final CallGraph calls;
  private final Bindings bindings;
  private final Reach reach;
  private final Spawns spawns;
  private final CapturedObjects objects;
  private final Map<Body, List<Capture>> known = new HashMap<>();
  private final Set<Body> underWay = new HashSet<>();

  public Captures(
      Function<Body, Optional<Cfg>> cfgs,
      CallGraph calls,
      Bindings bindings,
      Reach reach,
      Spawns spawns,
      CapturedObjects objects) {
    this.cfgs = cfgs;
    this.calls = calls;
    this.bindings = bindings;
    this.reach = reach;
    this.spawns = spawns;
    this.objects = objects;
  }

  /** What the tasks that an event of this body starts hold on to, in the names of the body. */
  public List<Capture> at(Body body, Event event) {
    if (event.is(EventKind.SPAWN)) {
      SpawnSite site = spawns.at(event);
      return site == null ? List.of() : ofSite(site);
    } else if (event.is(EventKind.CALL) && event.expr() instanceof Expr.Call call) {
      return throughCall(body, call, event);
    }
    return event.is(EventKind.CALL) && event.expr() instanceof Expr.New created
        ? throughNew(body, created, event)
        : List.of();
  }

  private List<Capture> ofSite(SpawnSite site) {
    return objects.of(site).stream()
        .map(path -> new Capture(path, site, List.of()))
        .toList();
  }

  private List<Capture> throughCall(Body body, Expr.Call call, Event event) {
    List<Capture> found = new ArrayList<>();
    for (Body target : calls.targets(body, call).bodies()) {
      found.addAll(translated(target, () -> bindings.ofCall(body, call, target), event));
    }
    return found;
  }

  private List<Capture> throughNew(Body body, Expr.New created, Event event) {
    List<Capture> found = new ArrayList<>();
    for (Body target : calls.targets(created).bodies()) {
      found.addAll(translated(target, () -> bindings.ofNew(body, created, target), event));
    }
    return found;
  }

  private List<Capture> translated(Body target, Supplier<Binding> bind, Event call) {
    List<Capture> inner = reach.can(target, EventKind.SPAWN) ? of(target) : List.of();
    if (inner.isEmpty()) {
      return inner;
    }
    Binding binding = bind.get();
    List<Capture> found = new ArrayList<>();
    for (Capture capture : inner) {
      AccessPath path = binding.translate(capture.path());
      if (path != null) {
        found.add(new Capture(path, capture.site(), prepend(call, capture.via())));
      }
    }
    return found;
  }

  private static List<Event> prepend(Event call, List<Event> via) {
    List<Event> all = new ArrayList<>(List.of(call));
    all.addAll(via);
    return all;
  }

  /** What the tasks that every normal run of a body starts hold on to, in its names. */
  public List<Capture> of(Body body) {
    List<Capture> computed = known.get(body);
    if (computed != null) {
      return computed;
    }
    if (underWay.size() >= MAX_DEPTH || !underWay.add(body)) {
      return List.of();
    }
    computed = cfgs.apply(body).map(cfg -> of(body, cfg)).orElse(List.of());
    underWay.remove(body);
    known.put(body, computed);
    return computed;
  }

  private List<Capture> of(Body body, Cfg cfg) {
    List<Capture> found = new ArrayList<>();
    for (Cfg.Node node : cfg.nodes()) {
      List<Capture> here = node.event() == null ? List.of() : at(body, node.event());
      if (!here.isEmpty() && !canAvoid(cfg, node)) {
        found.addAll(here);
      }
    }
    return found;
  }

  private static boolean canAvoid(Cfg cfg, Cfg.Node node) {
    return cfg.reachable(cfg.entry(), n -> n == node).get(cfg.exit().id());
  }
}
