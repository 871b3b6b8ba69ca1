package dev.goguard.analysis.frontend.spoon;

import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtElement;

/**
 * The JDT node that each Spoon element was made from.
 *
 * <p>Spoon's references lack what the IR needs of a call: declared exceptions, erased parameters,
 * the enclosing instance that an implicit {@code this} means, and whether the target was resolved
 * or guessed.
 */
final class Origins {
  private final Map<CtElement, ASTNode> nodes = new IdentityHashMap<>();

  void put(@Nullable CtElement element, ASTNode node) {
    if (element != null) {
      nodes.put(element, node);
    }
  }

  <N extends ASTNode> @Nullable N find(CtElement element, Class<N> type) {
    ASTNode node = nodes.get(element);
    return type.isInstance(node) ? type.cast(node) : null;
  }

  void clear() {
    nodes.clear();
  }
}
