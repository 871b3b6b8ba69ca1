package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.SourceRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The local variables visible at the point of lowering.
 *
 * <p>A name means its latest declaration in source order. That holds for pattern variables too,
 * whose scope follows the flow of control: where Java lets two of them have one name, leaving the
 * block of the second brings the first one back.
 */
final class LocalScope {
  private final Map<String, Local> visible = new HashMap<>();
  private final Deque<Hidden> hidden = new ArrayDeque<>();
  private int declared;

  private record Hidden(String name, @Nullable Local previous) {}

  Local declare(String name, String type, SourceRange range) {
    Local local = new Local(name, declared++, type, range);
    hidden.push(new Hidden(name, visible.put(name, local)));
    return local;
  }

  @Nullable
  Local find(String name) {
    return visible.get(name);
  }

  /** Opens a block; what is declared from now on is forgotten by {@link #close}. */
  int open() {
    return hidden.size();
  }

  void close(int mark) {
    while (hidden.size() > mark) {
      Hidden last = hidden.pop();
      if (last.previous() == null) {
        visible.remove(last.name());
      } else {
        visible.put(last.name(), last.previous());
      }
    }
  }
}
