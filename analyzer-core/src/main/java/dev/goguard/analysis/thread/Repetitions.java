package dev.goguard.analysis.thread;

import dev.goguard.analysis.call.Operands;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the loops around a place, and tells whether somebody outside decides how often they run.
 */
public final class Repetitions {
  private static final Set<String> PER_ELEMENT =
      Set.of("forEach", "forEachOrdered", "forEachRemaining", "map", "mapToObj", "flatMap", "peek");
  private static final Set<String> LOOK_AHEAD =
      Set.of("hasNext", "hasMoreElements", "hasMoreTokens", "isEmpty");

  private final Program program;
  private final Values values;
  private final ApiModels models;

  public Repetitions(Program program, Values values, ApiModels models) {
    this.program = program;
    this.values = values;
    this.models = models;
  }

  /** The innermost repetition around a place in a body, or in a lambda that runs there at once. */
  public Optional<Repetition> around(Body body, SourceRange place) {
    List<Repetition> found = new ArrayList<>();
    collect(body, body.method().body(), found);
    return found.stream()
        .filter(r -> r.turn().contains(place))
        .min(Comparator.comparingInt(r -> r.turn().endOffset() - r.turn().startOffset()));
  }

  private void collect(Body body, Stmt.@Nullable Block code, List<Repetition> into) {
    Walk.statements(code, s -> {
      if (s instanceof Stmt.Loop loop) {
        into.add(ofLoop(body, loop));
      }
    });
    Walk.expressions(code, e -> collect(body, e, into));
  }

  private void collect(Body body, Expr expr, List<Repetition> into) {
    for (Effect effect : values.effects(expr)) {
      Expr callback = effect.kind() == EventKind.INVOKE_NOW && effect.body() != null
          ? Operands.value(expr, effect.body(), models)
          : null;
      if (callback != null && values.origin(body, callback) instanceof Expr.Lambda lambda) {
        if (expr instanceof Expr.Call call && PER_ELEMENT.contains(call.target().name())) {
          into.add(new Repetition(lambda.range(), call.receiver(), null));
        }
        collect(body, lambda.body().body(), into);
      }
    }
  }

  private Repetition ofLoop(Body body, Stmt.Loop loop) {
    SourceRange turn = loop.body().range();
    if (loop.kind() == Stmt.LoopKind.FOR_EACH) {
      return new Repetition(turn, loop.condition(), null);
    }
    Expr iterator = loop.condition() == null ? null : iterator(loop.condition());
    return iterator == null
        ? new Repetition(turn, null, loop.condition())
        : new Repetition(turn, values.origin(body, iterator), null);
  }

  private static @Nullable Expr iterator(Expr condition) {
    List<Expr> found = new ArrayList<>();
    Walk.expressions(condition, e -> {
      if (e instanceof Expr.Call call
          && call.receiver() != null
          && LOOK_AHEAD.contains(call.target().name())) {
        found.add(call.receiver());
      }
    });
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * Whether nobody here knows how many turns there will be: an endless loop, a channel, a
   * collection that the caller passes.
   */
  public boolean isOpen(Body body, Repetition repetition) {
    return repetition.over() == null || isOpen(body, repetition.over());
  }

  private boolean isOpen(Body body, Expr over) {
    Expr source = source(body, over);
    return isChannel(source)
        || source instanceof Expr.LocalVar variable
            && program.locals(body).isParameter(variable.local())
            && isCollection(variable.type());
  }

  /** Whether the elements are those of a channel, which ends when somebody closes it. */
  public boolean isOverChannel(Body body, Repetition repetition) {
    return repetition.over() != null && isChannel(source(body, repetition.over()));
  }

  private boolean isChannel(Expr source) {
    return program.hierarchy().isSubtype(source.type(), "dev.goguard.runtime.RecvChan");
  }

  private boolean isCollection(String type) {
    return program.hierarchy().isSubtype(type, "java.lang.Iterable")
        || program.hierarchy().isSubtype(type, "java.util.Map")
        || program.hierarchy().isSubtype(type, "java.util.stream.BaseStream");
  }

  /** Goes back over views and streams to the collection itself. */
  private Expr source(Body body, Expr over) {
    Expr at = values.origin(body, over);
    while (at instanceof Expr.Call call
        && call.receiver() != null
        && call.receiver().type().startsWith("java.util.")) {
      at = values.origin(body, call.receiver());
    }
    return at;
  }
}
