package dev.goguard.analysis.call;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Translates the names of a body into those of the place that calls or starts it.
 *
 * <p>Parameters become arguments, {@code this} becomes the receiver, and the fields that a
 * constructor fills from its parameters become its arguments. What is captured and what is static
 * keeps its name; the body's own locals have none outside.
 */
public final class Binding {
  private final Body target;
  private final boolean sameFile;
  private final Map<AccessPath, AccessPath> names = new HashMap<>();

  Binding(Body caller, Body target) {
    this.target = target;
    this.sameFile = caller.file() == target.file();
  }

  void bind(Local parameter, AccessPath argument) {
    names.put(AccessPath.of(parameter), argument);
  }

  void bindThis(AccessPath receiver) {
    names.put(self(), receiver);
  }

  void bindField(FieldRef field, AccessPath argument) {
    names.put(self().then(field), argument);
  }

  private AccessPath self() {
    return AccessPath.of(new AccessPath.ThisRoot(target.type().name()));
  }

  /** The path outside; null for what nobody outside can name. */
  public @Nullable AccessPath translate(AccessPath inside) {
    return translate(inside, inside.steps().size());
  }

  /**
   * The path outside of a place that is written: the field itself, not the value that it had; no
   * place for a parameter.
   */
  public @Nullable AccessPath translateTarget(AccessPath inside) {
    return inside.steps().isEmpty() ? null : translate(inside, inside.steps().size() - 1);
  }

  private @Nullable AccessPath translate(AccessPath inside, int longestPrefix) {
    AccessPath bound = boundPrefix(inside, longestPrefix);
    if (bound != null) {
      List<FieldRef> rest =
          inside.steps().subList(bound.steps().size(), inside.steps().size());
      return names.get(bound).then(rest);
    }
    return isKnownOutside(inside) ? inside : null;
  }

  private @Nullable AccessPath boundPrefix(AccessPath inside, int longest) {
    for (int length = longest; length >= 0; length--) {
      var prefix = new AccessPath(inside.root(), inside.steps().subList(0, length));
      if (names.containsKey(prefix)) {
        return prefix;
      }
    }
    return null;
  }

  /**
   * What was read outside, once, to bind the start of a path: assigning it again changes nothing
   * for the body. Null for what the body names as the place outside does.
   */
  public @Nullable AccessPath readOnce(AccessPath inside) {
    AccessPath bound = boundPrefix(inside, inside.steps().size());
    return bound == null ? null : names.get(bound);
  }

  /** The path outside of what an event happens to. */
  public @Nullable AccessPath translate(AccessPath inside, EventKind kind) {
    return kind == EventKind.WRITE ? translateTarget(inside) : translate(inside);
  }

  private boolean isKnownOutside(AccessPath inside) {
    if (inside.root() instanceof AccessPath.LocalRoot root) {
      return sameFile && !declaredInside(root.local().range());
    } else if (inside.root() instanceof AccessPath.ThisRoot root) {
      return target.isLambda() || !root.type().equals(target.type().name());
    }
    return inside.root() instanceof AccessPath.StaticRoot;
  }

  private boolean declaredInside(SourceRange declaration) {
    return target.method().range().contains(declaration);
  }
}
