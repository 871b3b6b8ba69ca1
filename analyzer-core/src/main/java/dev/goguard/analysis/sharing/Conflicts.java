package dev.goguard.analysis.sharing;

import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.lock.LockState;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.Effect.ExecutorKind;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Values;
import dev.goguard.analysis.thread.Ordering;
import dev.goguard.analysis.thread.SpawnSite;
import dev.goguard.analysis.thread.Spawns;
import dev.goguard.analysis.thread.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the conflicts on locals that the tasks started in one body capture.
 *
 * <p>A task can meet itself (started in a loop that does not wait for it), a task started later,
 * and what its spawner does before it waits. Array elements meet when their index is the same
 * constant, or a local that is the same for both; an index that each task has for itself is a slot
 * of its own.
 */
public final class Conflicts {
  /** A task, and the node that starts it. */
  private record Started(Node node, SpawnSite site, Task task, List<TaskAccess> accesses) {}

  private final Cfg cfg;
  private final Values values;
  private final Ordering ordering;
  private final Sharing sharing;
  private final SharedTypes types;
  private final List<@Nullable LockState> held;
  private final List<Started> started = new ArrayList<>();
  private final List<Conflict> found = new ArrayList<>();

  public Conflicts(
      Cfg cfg,
      Values values,
      Spawns spawns,
      Ordering ordering,
      Sharing sharing,
      SharedTypes types,
      List<@Nullable LockState> held) {
    this.cfg = cfg;
    this.values = values;
    this.ordering = ordering;
    this.sharing = sharing;
    this.types = types;
    this.held = held;
    for (Node node : cfg.with(EventKind.SPAWN)) {
      SpawnSite site = node.event() == null ? null : spawns.at(node.event());
      if (site != null && site.executor() != ExecutorKind.CALLER) {
        site.tasks().forEach(task -> add(node, site, task));
      }
    }
  }

  private void add(Node node, SpawnSite site, Task task) {
    started.add(new Started(node, site, task, sharing.of(task)));
  }

  /** Every conflict on a local, once for each pair of accesses. */
  public Stream<Conflict> onLocals() {
    for (Started one : started) {
      BitSet after = ordering.concurrentWith(cfg, one.node(), one.site());
      withItself(one, after);
      locals(one).forEach(local -> withOthers(one, local));
    }
    return found.stream();
  }

  private static Set<Local> locals(Started one) {
    Set<Local> locals = new LinkedHashSet<>();
    for (TaskAccess access : one.accesses()) {
      if (access.path().root() instanceof AccessPath.LocalRoot root) {
        locals.add(root.local());
      }
    }
    return locals;
  }

  /** Meets what comes later, as long as the local refers to the same object. */
  private void withOthers(Started one, Local local) {
    AccessPath name = AccessPath.of(local);
    BitSet after = ordering.concurrentWith(
        cfg, one.node(), one.site(), n -> n.has(EventKind.WRITE) && name.equals(path(n)));
    List<TaskAccess> ones = on(local, one.accesses());
    for (Started other : started) {
      if (other != one && runsBeside(one, other, after) && !isChained(one, other)) {
        meet(one, ones, other, other.accesses(), null);
        meet(other, on(local, other.accesses()), one, ones, null);
      }
    }
    meet(one, ones, null, sharing.of(cfg, after, held), null);
  }

  private static @Nullable AccessPath path(Node node) {
    return node.event() == null ? null : node.event().path();
  }

  private static List<TaskAccess> on(Local local, List<TaskAccess> accesses) {
    return accesses.stream()
        .filter(a ->
            a.path().root() instanceof AccessPath.LocalRoot root && root.local().equals(local))
        .toList();
  }

  private void withItself(Started one, BitSet after) {
    if (after.get(one.node().id()) && one.site().executor() != ExecutorKind.SINGLE) {
      BitSet cycle = cfg.cycleOf(one.node());
      meet(one, one.accesses(), one, one.accesses(), cycle);
    }
  }

  /**
   * Whether one task is a stage that starts when the other has ended:
   * {@code runAsync(a).thenRunAsync(b)}.
   */
  private boolean isChained(Started one, Started other) {
    return isStageOf(one.site().expr(), other.site().expr())
        || isStageOf(other.site().expr(), one.site().expr());
  }

  private boolean isStageOf(Expr first, Expr later) {
    Expr at = later;
    while (at instanceof Expr.Call call && call.receiver() != null) {
      at = values.origin(cfg.body(), call.receiver());
      if (at == first) {
        return true;
      }
    }
    return false;
  }

  private static boolean runsBeside(Started one, Started other, BitSet after) {
    boolean sameSite = one.node() == other.node();
    boolean inOrder = one.site().executor() == ExecutorKind.SINGLE
        && other.site().executor() == ExecutorKind.SINGLE;
    return (sameSite || after.get(other.node().id())) && !inOrder;
  }

  private void meet(
      Started one,
      List<TaskAccess> ones,
      @Nullable Started other,
      List<TaskAccess> others,
      @Nullable BitSet cycle) {
    for (TaskAccess first : ones) {
      if (first.isWrite() && isShared(first, cycle)) {
        for (TaskAccess second : others) {
          if (samePlace(first, second) && first.lacksCommonLock(second)) {
            Task task = other == null ? null : other.task();
            found.add(new Conflict(one.site(), one.task(), first, task, second));
          }
        }
      }
    }
  }

  /** Whether a write hits something that both sides see, and that breaks by it. */
  private boolean isShared(TaskAccess write, @Nullable BitSet cycle) {
    AccessPath path = write.path();
    if (!(path.root() instanceof AccessPath.LocalRoot root)
        || types.isCursor(path)
        || isBelowAnyElement(path)
        || cycle != null && Sharing.isNewInEachTurn(cfg, root.local(), cycle)) {
      return false;
    } else if (write.isContainer()) {
      return types.isUnsafe(cfg.body(), path);
    }
    return !path.steps().isEmpty()
        && !types.isVolatile(path)
        && (isElement(path) || isMadeHere(root.local()))
        && isOneSlot(write, cycle);
  }

  private static boolean isElement(AccessPath path) {
    return path.steps().get(0).owner().isEmpty();
  }

  /**
   * What lies below an element that no constant names: other elements hold objects of their own.
   */
  private static boolean isBelowAnyElement(AccessPath path) {
    return path.steps().size() > 1
        && isElement(path)
        && !path.steps().get(0).name().matches("\\[\\d+]");
  }

  /**
   * Whether the object is created where the tasks are: one that comes from elsewhere may have a
   * protocol of its own.
   */
  private boolean isMadeHere(Local local) {
    return values.origin(cfg.body(), new Expr.LocalVar(local, local.range())) instanceof Expr.New;
  }

  /** Whether an array element is the same one for both sides, as far as the index tells. */
  private boolean isOneSlot(TaskAccess write, @Nullable BitSet cycle) {
    Expr index = index(write.happening().event());
    if (index == null || index instanceof Expr.Literal) {
      return true;
    } else if (index instanceof Expr.LocalVar variable) {
      return isSameForBoth(variable.local(), cycle);
    }
    return !isDrawn(index);
  }

  private boolean isSameForBoth(Local index, @Nullable BitSet cycle) {
    boolean ofSpawner = cfg.nodes().stream()
        .map(Node::event)
        .anyMatch(e -> e != null && AccessPath.of(index).equals(e.path()));
    return ofSpawner && (cycle == null || !Sharing.isNewInEachTurn(cfg, index, cycle));
  }

  /**
   * Whether each evaluation of an index gives another value: it is drawn from a counter or an
   * iterator.
   */
  private boolean isDrawn(Expr index) {
    List<Effect> effects = new ArrayList<>();
    Walk.expressions(index, e -> effects.addAll(values.effects(e)));
    return effects.stream().anyMatch(e -> e.kind() == EventKind.CONTAINER_WRITE);
  }

  private static @Nullable Expr index(Event event) {
    Expr target = event.expr() instanceof Expr.Assign assign ? assign.target() : event.expr();
    return target instanceof Expr.Element element ? element.index() : null;
  }

  private static boolean samePlace(TaskAccess first, TaskAccess second) {
    return first.path().equals(second.path()) && first.isContainer() == second.isContainer();
  }
}
