package dev.goguard.analysis.group;

import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.dataflow.PathSearch;
import dev.goguard.analysis.dataflow.PathSearch.Witness;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.summary.Summaries;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way through a body on which a group is not counted down.
 *
 * <p>A path ends without a verdict where the group, or code that counts it down, is handed to
 * somebody else, and where it asks what other tasks have done: one of them may count down instead.
 */
public final class Countdown {
  private static final int MAX_DEPTH = 4;

  private final Body body;
  private final Predicate<AccessPath> group;
  private final int depth;
  private final Countdowns shared;
  private final Map<Integer, Skips> skips = new HashMap<>();

  /** Whether a call may return, or throw, without having counted down. */
  private record Skips(boolean onReturn, boolean onFailure) {
    static final Skips BOTH = new Skips(true, true);
  }

  Countdown(Body body, Predicate<AccessPath> group, int depth, Countdowns shared) {
    this.body = body;
    this.group = group;
    this.depth = depth;
    this.shared = shared;
  }

  /** The shortest path to an end of the body that has not counted down. */
  public Optional<Witness<Boolean>> skipped(Cfg cfg) {
    return search(cfg, node -> node == cfg.exit() || node == cfg.failure());
  }

  private Optional<Witness<Boolean>> search(Cfg cfg, Predicate<Node> end) {
    return new PathSearch<Boolean>(cfg, shared.values(), this::after)
        .find(false, (node, done) -> !done && end.test(node));
  }

  private @Nullable Boolean after(Boolean done, Node node, EdgeKind edge) {
    Event event = node.event();
    if (done || event == null) {
      return done;
    }
    return switch (event.kind()) {
      case GROUP_DONE -> event.path() != null && group.test(event.path());
      case CALL -> afterCall(node, event, edge);
      case WRITE -> shared.handover().stores(body, event, group) ? null : false;
      case BRANCH -> shared.handover().asksOthers(body, event, group) ? null : false;
      default -> false;
    };
  }

  private @Nullable Boolean afterCall(Node node, Event call, EdgeKind edge) {
    if (shared.handover().by(body, call, group)) {
      return null;
    }
    Skips skip = skips.computeIfAbsent(node.id(), n -> skips(call));
    return !(edge == EdgeKind.EXCEPTION ? skip.onFailure() : skip.onReturn());
  }

  private Skips skips(Event call) {
    if (depth < MAX_DEPTH && call.expr() != null) {
      for (Summaries.Bound target : shared.summaries().targets(body, call.expr())) {
        Optional<Cfg> cfg = shared.reach().can(target.body(), EventKind.GROUP_DONE)
            ? shared.cfg(target.body())
            : Optional.empty();
        return cfg.map(c -> inside(target).skips(c)).orElse(Skips.BOTH);
      }
    }
    return Skips.BOTH;
  }

  private Countdown inside(Summaries.Bound target) {
    return new Countdown(target.body(), shared.outside(target.binding(), group), depth + 1, shared);
  }

  private Skips skips(Cfg cfg) {
    return new Skips(
        search(cfg, node -> node == cfg.exit()).isPresent(),
        search(cfg, node -> node == cfg.failure()).isPresent());
  }
}
