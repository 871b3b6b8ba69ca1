package dev.goguard.analysis.program;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldDecl;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.LibraryType;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.SourceFile;
import dev.goguard.analysis.ir.TypeDecl;
import dev.goguard.analysis.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All source files of a run, indexed. Immutable after creation. */
public final class Program {
  private final List<SourceFile> files;
  private final Map<String, TypeDecl> types = new LinkedHashMap<>();
  private final Map<MethodRef, Body> methods = new HashMap<>();
  private final Map<Method, Body> bodies = new IdentityHashMap<>();
  private final List<Body> inOrder = new ArrayList<>();
  private final Map<FieldRef, FieldDecl> fields = new HashMap<>();
  private final Map<FieldRef, List<Expr>> fieldValues = new HashMap<>();
  private final Map<SourceFile, LocalValues> locals = new IdentityHashMap<>();
  private final Hierarchy hierarchy;

  public Program(List<SourceFile> files, Map<String, LibraryType> library) {
    this.files = List.copyOf(files);
    for (SourceFile file : files) {
      locals.put(file, new LocalValues());
      file.types().forEach(type -> addType(file, type));
    }
    hierarchy = new Hierarchy(types, library);
  }

  private void addType(SourceFile file, TypeDecl type) {
    types.putIfAbsent(type.name(), type);
    type.fields().forEach(field -> fields.putIfAbsent(field.ref(), field));
    for (Method method : type.methods()) {
      Body body = new Body(method, type, file, null);
      methods.putIfAbsent(method.ref(), body);
      addBody(body);
    }
  }

  private void addBody(Body body) {
    bodies.put(body.method(), body);
    inOrder.add(body);
    LocalValues values = locals.get(body.file());
    values.addAll(body.method());
    Walk.expressions(body.method().body(), e -> addExpression(body, e));
  }

  private void addExpression(Body body, Expr expr) {
    if (expr instanceof Expr.Lambda lambda) {
      addBody(new Body(lambda.body(), body.type(), body.file(), body));
    } else if (expr instanceof Expr.Assign assign && assign.target() instanceof Expr.Field field) {
      fieldValues.computeIfAbsent(field.field(), f -> new ArrayList<>()).add(assign.value());
    }
  }

  public List<SourceFile> files() {
    return files;
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** Every body, by file and source order; a lambda after the body it stands in. */
  public List<Body> bodies() {
    return inOrder;
  }

  public List<TypeDecl> types() {
    return List.copyOf(types.values());
  }

  public @Nullable TypeDecl type(String name) {
    return types.get(name);
  }

  public @Nullable FieldDecl field(FieldRef ref) {
    return fields.get(ref);
  }

  /**
   * Every value that the program assigns to a field; compound assignments count with their operand.
   */
  public List<Expr> fieldValues(FieldRef ref) {
    return fieldValues.getOrDefault(ref, List.of());
  }

  public Body body(Method method) {
    Body body = bodies.get(method);
    if (body == null) {
      throw new IllegalArgumentException(method + " is not of this program");
    }
    return body;
  }

  /**
   * The method declared with exactly this owner and signature, or inherited from a source
   * supertype.
   */
  public @Nullable Body method(MethodRef ref) {
    Body exact = methods.get(ref);
    return exact != null || ref.isConstructor() ? exact : inherited(ref);
  }

  private @Nullable Body inherited(MethodRef ref) {
    for (String type : hierarchy.supertypes(ref.owner())) {
      Body found = methods.get(new MethodRef(type, ref.name(), ref.parameterTypes()));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** What is assigned to the locals of the file that a body stands in. */
  public LocalValues locals(Body body) {
    return locals.get(body.file());
  }
}
