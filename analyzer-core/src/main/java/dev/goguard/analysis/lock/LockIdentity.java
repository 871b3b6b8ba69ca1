package dev.goguard.analysis.lock;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.FieldRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lock as other methods know it: by the field that holds it, whatever object that field is of.
 *
 * @param steps the last declared field of the path, and what follows it
 */
public record LockIdentity(List<FieldRef> steps) {

  /** Null when no field holds the lock: a local, or something a collection returned. */
  public static @Nullable LockIdentity of(AccessPath lock) {
    if (lock.steps().isEmpty() && lock.root() instanceof AccessPath.ThisRoot self) {
      return new LockIdentity(List.of(new FieldRef(self.type(), "this")));
    }
    for (int i = lock.steps().size() - 1; i >= 0; i--) {
      if (!lock.steps().get(i).owner().isEmpty()) {
        return new LockIdentity(lock.steps().subList(i, lock.steps().size()));
      }
    }
    return null;
  }
}
