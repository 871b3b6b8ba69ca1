package dev.goguard.analysis.sharing;

import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.lock.LockState;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.summary.Happening;
import dev.goguard.analysis.summary.Summaries;
import dev.goguard.analysis.thread.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accesses of tasks and of their spawner to the same objects, all in the names of the spawner.
 */
public final class Sharing {
  private final Summaries summaries;

  public Sharing(Summaries summaries) {
    this.summaries = summaries;
  }

  /** What a task reads and writes of what its spawner can name. */
  public List<TaskAccess> of(Task task) {
    List<TaskAccess> accesses = new ArrayList<>();
    for (Happening happening : summaries.happenings(task.body())) {
      AccessPath path = TaskAccess.isAccess(happening)
          ? task.binding().translate(happening.path(), happening.event().kind())
          : null;
      if (path != null) {
        accesses.add(new TaskAccess(
            happening,
            path,
            task.binding().readOnce(happening.path()),
            outside(task, happening.locks())));
      }
    }
    return accesses;
  }

  private static Set<AccessPath> outside(Task task, Set<AccessPath> locks) {
    Set<AccessPath> outside = new HashSet<>();
    for (AccessPath lock : locks) {
      AccessPath path = task.binding().translate(lock);
      if (path != null) {
        outside.add(path);
      }
    }
    return outside;
  }

  /** What the spawner itself reads and writes at these nodes, calls included. */
  public List<TaskAccess> of(Cfg cfg, BitSet nodes, List<@Nullable LockState> held) {
    List<TaskAccess> accesses = new ArrayList<>();
    for (int id = nodes.nextSetBit(0); id >= 0; id = nodes.nextSetBit(id + 1)) {
      Node node = cfg.node(id);
      LockState state = held.get(id);
      if (node.event() != null && state != null) {
        summaries.at(cfg.body(), node.event(), state.held()).stream()
            .filter(TaskAccess::isAccess)
            .forEach(h -> accesses.add(new TaskAccess(h, h.path(), null, h.locks())));
      }
    }
    return accesses;
  }

  /** Whether a local gets a new value in each turn of the loops that run these nodes again. */
  public static boolean isNewInEachTurn(Cfg cfg, Local local, BitSet cycle) {
    AccessPath path = AccessPath.of(local);
    return cfg.nodes().stream()
        .filter(n -> cycle.get(n.id()) && n.has(EventKind.WRITE) && n.event() != null)
        .anyMatch(n -> path.equals(n.event().path()));
  }
}
