package dev.goguard.analysis.sharing;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.summary.Happening;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A read or write of an object that its task shares with others, or that the spawner makes itself.
 *
 * @param happening what happens, in the names of the body it was found in
 * @param path what is accessed, in the names of the spawner
 * @param readOnce the start of the path that the spawner read to make the task; null for none
 * @param locks held at the access, in the names of the spawner
 */
public record TaskAccess(
    Happening happening, AccessPath path, @Nullable AccessPath readOnce, Set<AccessPath> locks) {
  private static final Set<String> HALVES = Set.of("readLock()", "writeLock()");

  public boolean isWrite() {
    return happening.is(EventKind.WRITE) || happening.is(EventKind.CONTAINER_WRITE);
  }

  /** Whether the object is changed or read by its own methods, not by its fields or elements. */
  public boolean isContainer() {
    return happening.is(EventKind.CONTAINER_WRITE) || happening.is(EventKind.CONTAINER_READ);
  }

  /** Whether the access goes by a value that the spawner had read before {@code change} set it. */
  public boolean hasCopyOf(TaskAccess change) {
    return readOnce != null && !change.isContainer() && readOnce.startsWith(change.path());
  }

  /** Whether the two may meet in time: nothing locks one out while the other is at it. */
  public boolean lacksCommonLock(TaskAccess other) {
    return Collections.disjoint(whole(locks), whole(other.locks));
  }

  /** The two halves of a read-write lock keep each other out. */
  private static Set<AccessPath> whole(Set<AccessPath> locks) {
    return locks.stream().map(TaskAccess::whole).collect(Collectors.toSet());
  }

  private static AccessPath whole(AccessPath lock) {
    int last = lock.steps().size() - 1;
    return last >= 0 && HALVES.contains(lock.steps().get(last).name())
        ? new AccessPath(lock.root(), lock.steps().subList(0, last))
        : lock;
  }

  /**
   * Where it stands in the code that was looked at: the access itself, or the call that leads to
   * it.
   */
  public SourceRange range() {
    return happening.via().isEmpty()
        ? happening.event().range()
        : happening.via().get(0).range();
  }

  static boolean isAccess(Happening happening) {
    return switch (happening.event().kind()) {
      case READ, WRITE, CONTAINER_READ, CONTAINER_WRITE -> true;
      default -> false;
    };
  }
}
