package dev.goguard.analysis.thread;

import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Edge;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.summary.Summaries;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What makes a spawner wait or give up before it starts one more task: a permit, a token, a join, a
 * comparison of a count.
 */
public final class Admission {
  private static final Set<EventKind> WAITS = Set.of(
      EventKind.PERMIT_ACQUIRE, EventKind.JOIN, EventKind.GROUP_WAIT, EventKind.MONITOR_WAIT);
  private static final Set<String> RELATIONS = Set.of("<", "<=", ">", ">=");

  private final Program program;
  private final CallGraph calls;
  private final Summaries summaries;
  private final Reach reach;

  public Admission(Program program, CallGraph calls, Summaries summaries, Reach reach) {
    this.program = program;
    this.calls = calls;
    this.summaries = summaries;
    this.reach = reach;
  }

  /** Whether running a body may make the caller wait for others. */
  public boolean mayWait(Body body) {
    return WAITS.stream().anyMatch(kind -> reach.can(body, kind));
  }

  /** Whether a task is started again and again, with nothing on the way that limits it. */
  public boolean isRepeatedFreely(Cfg cfg, Node spawn, List<Task> tasks, SourceRange turn) {
    var limits = new Limits(cfg, tasks, turn);
    return cfg.reachable(spawn, n -> limits.has(n) || n != spawn && limits.guards(n, spawn))
        .get(spawn.id());
  }

  /** Whether a body can get from its start to a spawn with nothing on the way that limits it. */
  public boolean isReachedFreely(Cfg cfg, Node spawn, List<Task> tasks) {
    var limits = new Limits(cfg, tasks, cfg.body().method().range());
    return cfg.reachable(cfg.entry(), limits::has).get(spawn.id());
  }

  /** Whether, after a spawn, the spawner waits for tasks; {@code turn} excepted. */
  public boolean isJoinedAfter(Cfg cfg, Node spawn, SourceRange turn) {
    return cfg.reachableFrom(spawn).stream()
        .mapToObj(cfg::node)
        .anyMatch(n ->
            n.event() != null && !turn.contains(n.event().range()) && joins(cfg.body(), n.event()));
  }

  private boolean joins(Body body, Event event) {
    return event.kind().joins() && !isRange(event)
        || event.expr() instanceof Expr.Call call
            && calls.targets(body, call).bodies().stream().anyMatch(this::mayWait);
  }

  /**
   * Whether the event is a loop's range over a channel: it feeds the loop, and waits for no task.
   */
  private static boolean isRange(Event event) {
    return event.is(EventKind.RECEIVE) && !(event.expr() instanceof Expr.Call);
  }

  private final class Limits {
    private final Cfg cfg;
    private final List<Task> tasks;
    private final SourceRange turn;
    private final Set<Expr> dropped = Collections.newSetFromMap(new IdentityHashMap<>());

    Limits(Cfg cfg, List<Task> tasks, SourceRange turn) {
      this.cfg = cfg;
      this.tasks = tasks;
      this.turn = turn;
      Walk.statements(cfg.body().method().body(), s -> {
        if (s instanceof Stmt.Eval eval) {
          dropped.add(eval.expression());
        }
      });
    }

    boolean has(Node node) {
      Event event = node.event();
      if (event == null) {
        return false;
      }
      return switch (event.kind()) {
        case JOIN, GROUP_WAIT, MONITOR_WAIT -> true;
        case PERMIT_ACQUIRE -> !event.isConditional() || !dropped.contains(event.expr());
        case BLOCK -> event.effect() != null && event.effect().timed();
        case SEND -> isGivenBack(event, EventKind.RECEIVE);
        case RECEIVE -> isGivenBack(event, EventKind.SEND);
        case BRANCH -> event.expr() != null && isCount(event.expr());
        case CALL ->
          event.expr() instanceof Expr.Call call
              && calls.targets(cfg.body(), call).bodies().stream()
                  .anyMatch(Admission.this::mayWait);
        default -> false;
      };
    }

    /** A token: the spawner sends it, the task receives it, or the other way round. */
    private boolean isGivenBack(Event event, EventKind back) {
      return event.path() != null
          && tasks.stream()
              .anyMatch(task -> summaries.happenings(task.body()).stream()
                  .anyMatch(
                      h -> h.is(back) && event.path().equals(task.binding().translate(h.path()))));
    }

    private boolean isCount(Expr condition) {
      return condition instanceof Expr.Binary comparison
          && RELATIONS.contains(comparison.operator())
          && !mentionsTurn(condition);
    }

    /** Whether an expression depends on what this turn is about. */
    private boolean mentionsTurn(Expr expr) {
      boolean[] found = {false};
      Walk.expressions(expr, e -> found[0] |= e instanceof Expr.LocalVar v && isOfTurn(v.local()));
      return found[0];
    }

    private boolean isOfTurn(Local local) {
      if (!turn.contains(local.range())) {
        return false;
      }
      Expr value = program.locals(cfg.body()).onlyValue(local);
      boolean isNumber = !local.type().contains(".");
      return !isNumber || value == null || mentionsTurn(value);
    }

    /** {@code if (started) continue;}: the condition does not depend on the turn. */
    boolean guards(Node node, Node spawn) {
      Event event = node.event();
      if (!node.has(EventKind.BRANCH)
          || event == null
          || event.expr() == null
          || !turn.contains(event.range())
          || mentionsTurn(event.expr())) {
        return false;
      }
      return node.successors().stream().anyMatch(e -> leads(e, spawn, node))
          && node.successors().stream()
              .anyMatch(e -> !leads(e, spawn, node) && leads(e, node, spawn));
    }

    private boolean leads(Edge edge, Node to, Node without) {
      Node first = cfg.node(edge.to());
      return first == to
          || first != without && cfg.reachable(first, n -> n == without).get(to.id());
    }
  }
}
