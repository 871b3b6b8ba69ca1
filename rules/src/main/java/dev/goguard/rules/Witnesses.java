package dev.goguard.rules;

import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Edge;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a path that was found into words. */
public final class Witnesses {
  private Witnesses() {}

  /** From an event on the path to its end: that event, the throw or return that ends it. */
  public static List<FlowStep> steps(
      Pass pass, Body body, Event first, String what, List<Node> path) {
    List<FlowStep> steps = new ArrayList<>();
    steps.add(pass.step(body, first.range(), what));
    Event last = lastCause(path);
    if (last != null && last != first) {
      steps.add(end(pass, body, last));
    }
    return steps;
  }

  /** The throw or return that ends the path; nothing when it just runs out of code. */
  public static List<FlowStep> end(Pass pass, Body body, List<Node> path) {
    Event last = lastCause(path);
    return last == null ? List.of() : List.of(end(pass, body, last));
  }

  private static FlowStep end(Pass pass, Body body, Event last) {
    String how = last.is(EventKind.RETURN) ? "returns here" : describe(last) + " throws here";
    return pass.step(body, last.range(), how);
  }

  /** How the path ends: {@code "when charge() throws"}, {@code "when the method returns early"}. */
  public static String ending(Pass pass, List<Node> path, Cfg cfg) {
    Event last = lastCause(path);
    if (path.get(path.size() - 1) == cfg.failure() && last != null) {
      return "when " + describe(last) + " throws";
    } else if (last != null && !last.is(EventKind.RETURN)) {
      return "when " + describe(last) + " throws and the exception is caught";
    }
    return "when the method returns on this path";
  }

  /** The last throw, failed call or return of a path. */
  private static @Nullable Event lastCause(List<Node> path) {
    for (int i = path.size() - 2; i >= 0; i--) {
      Event event = path.get(i).event();
      if (event != null && (event.is(EventKind.RETURN) || isThrow(path.get(i), path.get(i + 1)))) {
        return event;
      }
    }
    return null;
  }

  private static boolean isThrow(Node from, Node to) {
    return from.successors().stream()
        .filter(e -> e.to() == to.id())
        .map(Edge::kind)
        .allMatch(kind -> kind == EdgeKind.EXCEPTION);
  }

  private static String describe(Event event) {
    if (event.is(EventKind.THROW)) {
      return "this statement";
    } else if (event.expr() instanceof Expr.Call call) {
      return call.target().name() + "()";
    }
    return event.expr() instanceof Expr.New created
        ? "new " + created.constructor().owner().replaceAll(".*[.$]", "") + "()"
        : "the code";
  }
}
