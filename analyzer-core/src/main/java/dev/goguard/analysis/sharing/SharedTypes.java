package dev.goguard.analysis.sharing;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldDecl;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.List;
import java.util.Optional;

/** Whether the object behind a path may be used by several tasks at once. */
public final class SharedTypes {
  private static final List<String> CURSORS = List.of(
      "java.util.Iterator",
      "java.util.Enumeration",
      "java.util.Spliterator",
      "java.util.Scanner",
      "java.sql.ResultSet");

  private final Program program;
  private final Values values;
  private final ApiModels models;

  public SharedTypes(Program program, Values values, ApiModels models) {
    this.program = program;
    this.values = values;
    this.models = models;
  }

  /**
   * Whether concurrent changes surely break the object: its class is known, and not made for
   * several threads.
   */
  public boolean isUnsafe(Body body, AccessPath path) {
    return classOf(body, path)
        .filter(type -> type.startsWith("java."))
        .map(type -> !models.isThreadSafe(program.hierarchy().supertypes(type)))
        .orElse(false);
  }

  /** Whether the object, by what is known of it, is made for several threads. */
  public boolean isThreadSafe(Body body, AccessPath path) {
    String type = classOf(body, path).orElse(declaredType(path));
    return models.isThreadSafe(program.hierarchy().supertypes(type)) || isMadeSafe(body, path);
  }

  /** Whether the object comes from {@code Collections.synchronizedList} or the like. */
  private boolean isMadeSafe(Body body, AccessPath path) {
    return origin(body, path)
        .filter(e -> e instanceof Expr.Call call && models.makesThreadSafe(call.target()))
        .isPresent();
  }

  /** Whether the object is a position in something else, which reading moves on. */
  public boolean isCursor(AccessPath path) {
    return CURSORS.stream().anyMatch(c -> program.hierarchy().isSubtype(declaredType(path), c));
  }

  /** Whether a write of this place is one that others see in order. */
  public boolean isVolatile(AccessPath path) {
    return lastField(path).map(field -> field.is(Modifier.VOLATILE)).orElse(false);
  }

  /**
   * The class of the object itself: where it is created, or declared with a class rather than an
   * interface.
   */
  private Optional<String> classOf(Body body, AccessPath path) {
    Optional<Expr> origin = origin(body, path);
    if (origin.isPresent() && origin.get() instanceof Expr.New created) {
      String type = created.anonymousType() == null
          ? created.type()
          : created.constructor().owner();
      return Optional.of(type);
    }
    String declared = declaredType(path);
    return program.hierarchy().isClass(declared) ? Optional.of(declared) : Optional.empty();
  }

  private Optional<Expr> origin(Body body, AccessPath path) {
    if (path.steps().isEmpty() && path.root() instanceof AccessPath.LocalRoot root) {
      return Optional.of(values.origin(body, new Expr.LocalVar(root.local(), SourceRange.NONE)));
    }
    return lastField(path)
        .map(f -> values.origin(body, new Expr.Field(null, f.ref(), f.type(), SourceRange.NONE)));
  }

  private String declaredType(AccessPath path) {
    if (path.steps().isEmpty()) {
      return path.root() instanceof AccessPath.LocalRoot root ? root.local().type() : "?";
    }
    return lastField(path).map(FieldDecl::type).orElse("?");
  }

  private Optional<FieldDecl> lastField(AccessPath path) {
    if (path.steps().isEmpty()) {
      return Optional.empty();
    }
    FieldRef last = path.steps().get(path.steps().size() - 1);
    return Optional.ofNullable(program.field(last));
  }
}
