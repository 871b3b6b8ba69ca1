package dev.goguard.analysis.lock;

import dev.goguard.analysis.call.Operands;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.dataflow.ForwardAnalysis;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step of one body does to the locks that are held.
 *
 * <p>A {@code tryLock} takes the lock on the branch that its result says, wherever that branch is.
 * A local that is reassigned takes the locks that it named out of sight. Calls of source methods do
 * what their summaries say.
 */
public final class LockFlow {
  private final Body body;
  private final Values values;
  private final LockChange.OfCalls calls;
  private final ApiModels models;

  public LockFlow(Body body, Values values, LockChange.OfCalls calls, ApiModels models) {
    this.body = body;
    this.values = values;
    this.calls = calls;
    this.models = models;
  }

  /** The locks surely held before each node, by id; null where no path leads. */
  public List<@Nullable LockState> heldBefore(Cfg cfg) {
    return new ForwardAnalysis<LockState>() {
      @Override
      protected LockState atEntry() {
        return LockState.NONE;
      }

      @Override
      protected LockState join(LockState first, LockState second) {
        return first.meet(second);
      }

      @Override
      protected LockState after(LockState before, Node node, EdgeKind edge) {
        return LockFlow.this.after(before, node, edge);
      }
    }.run(cfg);
  }

  /**
   * The state after leaving a node; null when the path asks for a lock and gets the wrong answer.
   */
  public @Nullable LockState along(LockState before, Node node, EdgeKind edge) {
    Event event = node.event();
    if (event != null && event.is(EventKind.BRANCH) && event.expr() != null) {
      Test test = Test.of(event.expr(), edge == EdgeKind.TRUE);
      AccessPath asked = askedFor(values.origin(body, test.value()));
      if (asked != null && before.isHeld(asked) != test.holds()) {
        return null;
      }
    }
    LockState after = after(before, node, edge);
    return event != null && event.is(EventKind.CALL) && isUnknown(event)
        ? after.without(lock -> true)
        : after;
  }

  private boolean isUnknown(Event call) {
    return calls.lockChanges(body, call).contains(LockChange.UNKNOWN);
  }

  private @Nullable AccessPath askedFor(Expr call) {
    for (Effect effect : values.effects(call)) {
      Expr lock =
          effect.kind() == EventKind.ASK_HELD ? Operands.value(call, effect.on(), models) : null;
      if (lock != null) {
        return values.path(body, lock);
      }
    }
    return null;
  }

  /** The state after leaving a node. */
  public LockState after(LockState before, Node node, EdgeKind edge) {
    Event event = node.event();
    if (event == null) {
      return before;
    }
    return switch (event.kind()) {
      case ACQUIRE -> acquired(before, event);
      case RELEASE -> event.path() == null ? before : before.plus(event.path(), -1);
      case PERMIT_ACQUIRE, SEND -> token(before, event, 1);
      case PERMIT_RELEASE, RECEIVE -> token(before, event, -1);
      case BRANCH -> event.expr() == null ? before : tested(before, event.expr(), edge);
      case WRITE -> event.path() == null ? before : assigned(before, event, event.path());
      case CALL -> edge == EdgeKind.EXCEPTION ? failed(before, event) : called(before, event);
      default -> before;
    };
  }

  private static LockState acquired(LockState before, Event event) {
    if (event.isConditional() && event.expr() != null) {
      return before.undeciding(event.expr());
    }
    return event.path() == null ? before : before.plus(event.path(), 1);
  }

  /**
   * A permit, or a place in a channel, excludes others as a lock does; only nobody owes it back.
   */
  private static LockState token(LockState before, Event event, int change) {
    return event.path() == null || event.isConditional()
        ? before
        : before.plus(event.path().then(LockState.TOKEN), change);
  }

  /**
   * What the old value of a local held is out of sight; what its new value holds goes by the
   * local's name from now on.
   */
  private LockState assigned(LockState before, Event write, AccessPath target) {
    if (!(target.root() instanceof AccessPath.LocalRoot root) || !target.steps().isEmpty()) {
      return before;
    }
    LockState rest = before.without(lock -> lock.startsWith(target));
    Expr value = write.expr() instanceof Expr.Assign assign ? assign.value() : write.expr();
    boolean isAlias =
        !values.path(body, new Expr.LocalVar(root.local(), write.range())).equals(target);
    return value == null || isAlias ? rest : rest.renamed(values.path(body, value), target);
  }

  private LockState called(LockState before, Event event) {
    LockState state = before;
    for (LockChange change : calls.lockChanges(body, event)) {
      state = state.plus(change.lock(), change.count());
    }
    return state;
  }

  /** A call that throws has given back what it gives back, and has taken nothing. */
  private LockState failed(LockState before, Event event) {
    LockState state = before;
    for (LockChange change : calls.lockChanges(body, event)) {
      state = change.count() < 0 ? state.plus(change.lock(), change.count()) : state;
    }
    return state;
  }

  private LockState tested(LockState before, Expr condition, EdgeKind edge) {
    Test test = Test.of(condition, edge == EdgeKind.TRUE);
    Expr call = acquisition(test.value());
    for (Effect effect : values.effects(call)) {
      if (isAttempt(effect)) {
        return before.hasDecided(call) ? before : decided(before, call, effect, test.holds());
      }
    }
    return before;
  }

  private static boolean isAttempt(Effect effect) {
    return effect.kind() == EventKind.ACQUIRE && effect.when() != Effect.When.ALWAYS;
  }

  /**
   * The attempt to take a lock whose answer this is; {@code got = false; … got = lock.tryLock()}
   * has one such value.
   */
  private Expr acquisition(Expr answer) {
    if (answer instanceof Expr.LocalVar variable) {
      for (Expr value : values.assigned(body, variable.local())) {
        if (values.effects(value).stream().anyMatch(LockFlow::isAttempt)) {
          return value;
        }
      }
    }
    return values.origin(body, answer);
  }

  private LockState decided(LockState before, Expr call, Effect effect, boolean holds) {
    boolean taken = holds == (effect.when() != Effect.When.FALSE);
    Expr operand = taken ? Operands.value(call, effect.on(), models) : null;
    LockState next = before.deciding(call);
    return operand == null ? next : next.plus(values.path(body, operand), 1);
  }

  /** A value, and whether it is true (not zero, not null) on this branch. */
  private record Test(Expr value, boolean holds) {
    static Test of(Expr condition, boolean holds) {
      if (condition instanceof Expr.Binary binary
          && binary.right() instanceof Expr.Literal literal
          && List.of("==", "!=").contains(binary.operator())) {
        boolean zero = List.of("0", "0L", "null", "false").contains(literal.value());
        boolean same = binary.operator().equals("==") != zero;
        return of(binary.left(), holds == same);
      } else if (condition instanceof Expr.Assign assign && assign.operator() == null) {
        return of(assign.value(), holds);
      }
      return new Test(condition, holds);
    }
  }
}
