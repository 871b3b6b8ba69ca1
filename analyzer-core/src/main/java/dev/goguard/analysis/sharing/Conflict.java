package dev.goguard.analysis.sharing;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.thread.SpawnSite;
import dev.goguard.analysis.thread.Task;
import org.jspecify.annotations.Nullable;

/**
 * Two accesses to the same place that nothing orders and no common lock keeps apart; the first is a
 * write by a task.
 *
 * @param site where the task is started
 * @param otherTask the task of the second access; the same task when it runs several times at once,
 *     null for the spawner
 */
public record Conflict(
    SpawnSite site, Task task, TaskAccess first, @Nullable Task otherTask, TaskAccess second) {

  /** The local that both reach the place from. */
  public Local variable() {
    return ((AccessPath.LocalRoot) first.path().root()).local();
  }

  public Body spawner() {
    return site.spawner();
  }

  public SourceRange spawnRange() {
    return site.expr().range();
  }

  /** The body in which the second access is seen. */
  public Body secondBody() {
    return otherTask == null ? site.spawner() : otherTask.body();
  }

  /** Who makes the second access, in words. */
  public String other() {
    if (otherTask == null) {
      return "its spawner";
    }
    return otherTask.body().equals(task.body()) ? "another run of it" : "another task";
  }

  /** What the second access does, in words. */
  public String verb() {
    return second.isWrite() ? "changes" : "reads";
  }
}
