package dev.goguard.agent.transform;

import dev.goguard.agent.scope.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Finds where a field is declared without loading classes: by reading them through a class loader.
 */
public final class ClassShapes {
  private final Scope scope;
  private final ClassLoader loader;
  private final Map<String, Optional<ClassShape>> known = new HashMap<>();

  ClassShapes(Scope scope, ClassLoader loader) {
    this.scope = scope;
    this.loader = loader;
  }

  synchronized void add(ClassShape shape) {
    known.put(shape.name(), Optional.of(shape));
  }

  /** The field that {@code owner.name} means, when its class carries shadow; JVMS 5.4.3.2. */
  synchronized Optional<FieldTarget> resolve(String owner, String name, String descriptor) {
    for (String at = owner; at != null; ) {
      if (!scope.checksAccesses(at)) {
        return Optional.empty();
      }
      Optional<ClassShape> shape = shape(at);
      if (shape.isEmpty()) {
        return Optional.empty();
      }
      Integer access = shape.get().field(name, descriptor);
      if (access != null) {
        return Optional.of(new FieldTarget(at, name, descriptor, access));
      }
      at = shape.get().superName();
    }
    return Optional.empty();
  }

  private Optional<ClassShape> shape(String name) {
    Optional<ClassShape> shape = known.get(name);
    if (shape == null) {
      shape = load(name);
      known.put(name, shape);
    }
    return shape;
  }

  private Optional<ClassShape> load(String name) {
    try (InputStream file = loader == null ? null : loader.getResourceAsStream(name + ".class")) {
      return file == null ? Optional.empty() : Optional.of(ClassShape.read(new ClassReader(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A field and the class that declares it. */
  record FieldTarget(String declaring, String name, String descriptor, int access) {
    boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    boolean isVolatile() {
      return (access & Opcodes.ACC_VOLATILE) != 0;
    }

    /** Whether the field has two cells beside it. */
    boolean isChecked() {
      return hasCells(access);
    }
  }

  static boolean hasCells(int access) {
    return (access & (Opcodes.ACC_FINAL | Opcodes.ACC_VOLATILE | Opcodes.ACC_SYNTHETIC)) == 0;
  }
}
