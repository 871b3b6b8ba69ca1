package dev.goguard.analysis.thread;

import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.summary.Happening;
import dev.goguard.analysis.summary.Summaries;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of the spawner's code may run at the same time as a task it starts.
 *
 * <p>It ends at the first wait that may be for the task. Waits of any kind are trusted to be: joins
 * and wait groups always, a receive or a read of an atomic when the task sends to the same channel
 * or writes the same atomic.
 */
public final class Ordering {
  private static final List<EventKind> SIGNALS = List.of(
      EventKind.SEND,
      EventKind.CLOSE,
      EventKind.COMPLETE,
      EventKind.PERMIT_RELEASE,
      EventKind.NOTIFY,
      EventKind.CONTAINER_WRITE);
  private static final List<EventKind> WAITS = List.of(
      EventKind.RECEIVE,
      EventKind.PERMIT_ACQUIRE,
      EventKind.MONITOR_WAIT,
      EventKind.CONTAINER_READ);

  private final Summaries summaries;
  private final CallGraph calls;
  private final Reach reach;

  public Ordering(Summaries summaries, CallGraph calls, Reach reach) {
    this.summaries = summaries;
    this.calls = calls;
    this.reach = reach;
  }

  /** The nodes after a spawn that no wait for the task comes before. */
  public BitSet concurrentWith(Cfg cfg, Node spawn, SpawnSite site) {
    return concurrentWith(cfg, spawn, site, node -> false);
  }

  /** The same, without what lies behind a node at which {@code stop} says so. */
  public BitSet concurrentWith(Cfg cfg, Node spawn, SpawnSite site, Predicate<Node> stop) {
    Set<AccessPath> signalled = signalledBy(site);
    return cfg.reachable(spawn, node -> waits(cfg.body(), node, signalled) || stop.test(node));
  }

  private Set<AccessPath> signalledBy(SpawnSite site) {
    Set<AccessPath> signalled = new HashSet<>();
    for (Task task : site.tasks()) {
      for (Happening happening : summaries.happenings(task.body())) {
        AccessPath path = SIGNALS.contains(happening.event().kind())
            ? task.binding().translate(happening.path())
            : null;
        if (path != null) {
          signalled.add(path);
        }
      }
    }
    return signalled;
  }

  private boolean waits(Body body, Node node, Set<AccessPath> signalled) {
    Event event = node.event();
    if (event == null) {
      return false;
    }
    return switch (event.kind()) {
      case JOIN, GROUP_WAIT, SELECT -> true;
      case CALL -> event.expr() instanceof Expr.Call call && leadsToWait(body, call);
      default -> WAITS.contains(event.kind()) && signalled.contains(event.path());
    };
  }

  private boolean leadsToWait(Body body, Expr.Call call) {
    return calls.targets(body, call).bodies().stream()
        .anyMatch(t -> reach.can(t, EventKind.JOIN) || reach.can(t, EventKind.GROUP_WAIT));
  }
}
