package dev.goguard.analysis.sharing;

import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.lock.LockState;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Values;
import dev.goguard.analysis.thread.Ordering;
import dev.goguard.analysis.thread.SpawnSite;
import dev.goguard.analysis.thread.Spawns;
import dev.goguard.analysis.thread.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the variables of loops that tasks capture.
 *
 * <p>Java captures only locals that never change, so the variable is something that holds a value:
 * an array cell, a field, a buffer, an iterator. It is the loop's when it exists before the loop,
 * the loop changes it, and no wait for the task comes before the change. Objects made for several
 * threads count only where they stand in for a loop variable: an atomic that the loop sets or
 * counts with.
 */
public final class LoopCaptures {
  private final Cfg cfg;
  private final Values values;
  private final Spawns spawns;
  private final Ordering ordering;
  private final Sharing sharing;
  private final SharedTypes types;
  private final List<@Nullable LockState> held;

  public LoopCaptures(
      Cfg cfg,
      Values values,
      Spawns spawns,
      Ordering ordering,
      Sharing sharing,
      SharedTypes types,
      List<@Nullable LockState> held) {
    this.cfg = cfg;
    this.values = values;
    this.spawns = spawns;
    this.ordering = ordering;
    this.sharing = sharing;
    this.types = types;
    this.held = held;
  }

  /** One capture for each spawn and variable. */
  public List<LoopCapture> find() {
    List<LoopCapture> found = new ArrayList<>();
    for (Node node : cfg.with(EventKind.SPAWN)) {
      SpawnSite site = node.event() == null ? null : spawns.at(node.event());
      if (site != null && site.executor() != Effect.ExecutorKind.CALLER) {
        found.addAll(at(node, site));
      }
    }
    return found;
  }

  private List<LoopCapture> at(Node node, SpawnSite site) {
    BitSet turn = cfg.cycleOf(node);
    turn.and(ordering.concurrentWith(cfg, node, site));
    if (turn.isEmpty()) {
      return List.of();
    }
    List<TaskAccess> changes = sharing.of(cfg, turn, held).stream()
        .filter(c -> isLoopVariable(c, turn))
        .toList();
    List<LoopCapture> found = new ArrayList<>();
    for (Task task : site.tasks()) {
      found.addAll(captures(site, task, changes, sharing.of(task)));
    }
    return found;
  }

  private List<LoopCapture> captures(
      SpawnSite site, Task task, List<TaskAccess> changes, List<TaskAccess> uses) {
    Map<AccessPath, LoopCapture> byVariable = new LinkedHashMap<>();
    for (TaskAccess change : changes) {
      SourceRange used = use(task, change, uses);
      if (used != null) {
        AccessPath variable = variable(change.path());
        byVariable.putIfAbsent(
            variable,
            new LoopCapture(site, task, variable, change.range(), used, change.isContainer()));
      }
    }
    return List.copyOf(byVariable.values());
  }

  /** The local, or for a field the field itself. */
  private static AccessPath variable(AccessPath path) {
    return path.root() instanceof AccessPath.LocalRoot ? AccessPath.of(path.root()) : path;
  }

  private boolean isLoopVariable(TaskAccess change, BitSet turn) {
    AccessPath path = change.path();
    if (path.root() instanceof AccessPath.LocalRoot root) {
      boolean holds = change.isContainer() || !path.steps().isEmpty();
      return holds
          && !Sharing.isNewInEachTurn(cfg, root.local(), turn)
          && !isInsideOfArgument(change, root.local())
          && (changes(change) || types.isCursor(path))
          && !isOwnSlot(change, turn);
    }
    return change.happening().via().isEmpty()
        && change.isWrite()
        && !change.isContainer()
        && !path.steps().isEmpty()
        && !types.isVolatile(path);
  }

  /** Whether a method changes a field of what the caller passed: that is its own affair. */
  private boolean isInsideOfArgument(TaskAccess change, Local local) {
    return !change.isContainer()
        && !change.happening().via().isEmpty()
        && cfg.body().method().parameters().contains(local);
  }

  /** Whether the access moves the variable on, as a loop does. */
  private boolean changes(TaskAccess change) {
    if (!change.isContainer() || !types.isThreadSafe(cfg.body(), change.path())) {
      return change.isWrite() && !types.isVolatile(change.path());
    }
    return change.isWrite() && (isSet(change) || isTested(change.path()));
  }

  private static boolean isSet(TaskAccess change) {
    return change.happening().event().expr() instanceof Expr.Call call
        && call.target().name().startsWith("set")
        && call.target().owner().startsWith("java.util.concurrent.atomic.");
  }

  /** Whether a condition of the body reads the variable: the loop goes by it. */
  private boolean isTested(AccessPath path) {
    return cfg.with(EventKind.BRANCH).stream()
        .map(n -> n.event() == null ? null : n.event().expr())
        .anyMatch(condition -> condition != null && reads(condition, path));
  }

  private boolean reads(Expr condition, AccessPath path) {
    boolean[] found = {false};
    Walk.expressions(condition, e -> found[0] |= values.path(cfg.body(), e).equals(path));
    return found[0] && isAtomic(path);
  }

  private static boolean isAtomic(AccessPath path) {
    return path.root() instanceof AccessPath.LocalRoot root
        && root.local().type().startsWith("java.util.concurrent.atomic.");
  }

  private boolean isOwnSlot(TaskAccess change, BitSet turn) {
    Expr target =
        change.happening().event().expr() instanceof Expr.Assign assign ? assign.target() : null;
    if (!(target instanceof Expr.Element element) || element.index() instanceof Expr.Literal) {
      return false;
    }
    return !(element.index() instanceof Expr.LocalVar index)
        || Sharing.isNewInEachTurn(cfg, index.local(), turn);
  }

  /** Where the task uses what the loop changes. */
  private @Nullable SourceRange use(Task task, TaskAccess change, List<TaskAccess> uses) {
    for (TaskAccess use : uses) {
      if (isUse(change, use) && use.lacksCommonLock(change)) {
        return use.range();
      }
    }
    return change.path().root() instanceof AccessPath.LocalRoot root && change.isContainer()
        ? handedOn(task, root.local(), change)
        : null;
  }

  private boolean isUse(TaskAccess change, TaskAccess use) {
    boolean related = use.path().startsWith(change.path()) || change.path().startsWith(use.path());
    boolean isField = !(change.path().root() instanceof AccessPath.LocalRoot);
    if (!related
        || change.isWrite() && use.hasCopyOf(change)
        || isField && !use.happening().via().isEmpty()) {
      return false;
    } else if (!change.isWrite()) {
      return use.isWrite() || use.isContainer();
    }
    boolean shared = change.isContainer() && types.isThreadSafe(cfg.body(), change.path());
    return !shared || !use.isWrite();
  }

  /** A whole buffer or collection that the task passes on to code that may read it. */
  private @Nullable SourceRange handedOn(Task task, Local local, TaskAccess change) {
    if (types.isThreadSafe(cfg.body(), change.path())) {
      return null;
    }
    return Walk.first(
        task.body().method().body(),
        e -> e instanceof Expr.Call call && passes(call, local) ? call.range() : null);
  }

  private static boolean passes(Expr.Call call, Local local) {
    return call.arguments().stream()
        .anyMatch(a -> a instanceof Expr.LocalVar variable && variable.local().equals(local));
  }
}
