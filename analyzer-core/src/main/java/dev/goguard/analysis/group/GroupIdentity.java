package dev.goguard.analysis.group;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.program.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as all bodies know it: a local of one file, or a field, whatever object that field is of.
 *
 * @param file of the local; null for a field
 * @param field null for a local
 */
public record GroupIdentity(
    @Nullable String file, @Nullable Local local, @Nullable FieldRef field) {

  /** Null for what nobody can name twice, such as an element of a collection. */
  public static @Nullable GroupIdentity of(Body body, AccessPath group) {
    List<FieldRef> steps = group.steps();
    if (steps.isEmpty()) {
      return group.root() instanceof AccessPath.LocalRoot root
          ? new GroupIdentity(body.file().path(), root.local(), null)
          : null;
    }
    FieldRef last = steps.get(steps.size() - 1);
    return last.owner().isEmpty() ? null : new GroupIdentity(null, null, last);
  }

  /** Whether a field holds the group. */
  public boolean isField() {
    return field != null;
  }
}
