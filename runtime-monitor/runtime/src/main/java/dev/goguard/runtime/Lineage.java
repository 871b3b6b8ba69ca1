package dev.goguard.runtime;

import dev.goguard.runtime.Context.Key;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What a context has from its ancestors, looked for without recursion, as Go's {@code value} does:
 * a chain of contexts may be of any length.
 */
final class Lineage {
  private Lineage() {}

  /** The parent; null for a root. */
  private static Context parent(Context context) {
    if (context instanceof ValueContext) {
      return ((ValueContext) context).parent();
    }
    if (context instanceof CancelContext) {
      return ((CancelContext) context).parent();
    }
    return context instanceof WithoutCancelContext
        ? ((WithoutCancelContext) context).parent()
        : null;
  }

  /** The value of the nearest that carries one under the key, or null. */
  @SuppressWarnings("unchecked") // withValue pairs a key with a value of its type
  static <V> V value(Context context, Key<V> key) {
    for (Context c = context; c != null; c = parent(c)) {
      if (c instanceof ValueContext && ((ValueContext) c).key() == key) {
        return (V) ((ValueContext) c).value();
      }
    }
    return null;
  }

  /** The deadline of the nearest that has one of its own; a child's is never the later one. */
  static Optional<Instant> deadline(Context context) {
    for (Context c = context; c != null; c = parent(c)) {
      if (c instanceof WithoutCancelContext) {
        return Optional.empty();
      }
      if (c instanceof CancelContext && ((CancelContext) c).limit() != null) {
        return Optional.of(((CancelContext) c).limit());
      }
    }
    return Optional.empty();
  }

  /** The name of the root and what each of its descendants adds. */
  static String text(Context context) {
    Deque<Context> descent = new ArrayDeque<>();
    Context root = context;
    for (Context c = parent(root); c != null; c = parent(root)) {
      descent.push(root);
      root = c;
    }
    StringBuilder text = new StringBuilder(root.toString());
    descent.forEach(c -> text.append(step(c)));
    return text.toString();
  }

  private static String step(Context context) {
    if (context instanceof ValueContext) {
      return ((ValueContext) context).step();
    }
    return context instanceof CancelContext
        ? ((CancelContext) context).step()
        : ((WithoutCancelContext) context).step();
  }
}
