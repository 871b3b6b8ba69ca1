package dev.goguard.analysis.event;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Local;
import java.util.ArrayList;
import java.util.List;

/**
 * Names an object or a storage place the way the source does: a root and at most
 * {@value #MAX_LENGTH} steps.
 *
 * <p>Equal paths in one method are taken for the same object. A step is a field, or a pseudo field
 * with an empty owner: {@code []} for any array element, {@code [0]} for a constant index,
 * {@code readLock()} for a part that a method returns.
 */
public record AccessPath(Root root, List<FieldRef> steps) {

  /** Longer paths are cut: whatever lies deeper is taken for the same place. */
  public static final int MAX_LENGTH = 4;

  /** Where a path starts. */
  public sealed interface Root {}

  /** A local variable or parameter. */
  public record LocalRoot(Local local) implements Root {}

  /** {@code this}, or an enclosing instance, by its type. */
  public record ThisRoot(String type) implements Root {}

  /** No root: the first step is a static field, or the path is a class's monitor. */
  public record StaticRoot(String type) implements Root {}

  /**
   * The value of an expression that has no name, such as a call's result; each occurrence is a root
   * of its own.
   */
  public record ValueRoot(Expr value) implements Root {
    @Override
    public boolean equals(Object other) {
      return other instanceof ValueRoot that && value == that.value;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(value);
    }
  }

  public AccessPath {
    steps = List.copyOf(steps.size() > MAX_LENGTH ? steps.subList(0, MAX_LENGTH) : steps);
  }

  public static AccessPath of(Root root) {
    return new AccessPath(root, List.of());
  }

  public static AccessPath of(Local local) {
    return of(new LocalRoot(local));
  }

  /** This path, one step on. */
  public AccessPath then(FieldRef step) {
    return then(List.of(step));
  }

  /** This path, several steps on. */
  public AccessPath then(List<FieldRef> more) {
    var all = new ArrayList<>(steps);
    all.addAll(more);
    return new AccessPath(root, all);
  }

  /** A step that no field stands for. */
  public AccessPath thenPseudo(String name) {
    return then(new FieldRef("", name));
  }

  /** Whether this path is {@code prefix} or leads on from it. */
  public boolean startsWith(AccessPath prefix) {
    return root.equals(prefix.root)
        && steps.size() >= prefix.steps.size()
        && steps.subList(0, prefix.steps.size()).equals(prefix.steps);
  }

  /**
   * Whether the path starts with a name, so that it means the same at another place of the method.
   */
  public boolean isNamed() {
    return !(root instanceof ValueRoot);
  }

  /** The path as a reader would write it: {@code this.} is left out. */
  @Override
  public String toString() {
    var text = new StringBuilder(rootText());
    for (FieldRef step : steps) {
      if (text.length() > 0 && !step.name().startsWith("[")) {
        text.append('.');
      }
      text.append(step.name());
    }
    return text.toString();
  }

  private String rootText() {
    if (root instanceof LocalRoot local) {
      return local.local().name();
    }
    if (root instanceof StaticRoot statics) {
      return simpleName(statics.type());
    }
    if (root instanceof ThisRoot) {
      return steps.isEmpty() ? "this" : "";
    }
    return valueText(((ValueRoot) root).value());
  }

  private static String valueText(Expr value) {
    if (value instanceof Expr.Call call) {
      return call.target().name() + "()";
    }
    return value instanceof Expr.New created ? "new " + simpleName(created.type()) : "value";
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
