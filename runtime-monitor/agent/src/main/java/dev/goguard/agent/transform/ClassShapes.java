package dev.goguard.agent.transform;

import dev.goguard.agent.scope.Scope;
import dev.goguard.race.bootstrap.ClassInits;
import dev.goguard.race.detector.ThreadState;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Finds where a field is declared without loading classes: by reading them through a class loader.
 *
 * <p>No lock is held while the class loader works: it may take locks of its own, which another
 * thread may hold while it loads a class and waits for us.
 */
public final class ClassShapes {
  /** Sees what the bootstrap class loader sees, and nothing else. */
  private static final ClassLoader BOOTSTRAP = new ClassLoader(null) {};

  private final Scope scope;
  private final Set<String> early;
  private final ClassLoader loader;
  private final Constructors constructors;
  private volatile Boolean seesHooks;
  private final Map<String, Optional<ClassShape>> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> initialisers = new ConcurrentHashMap<>();

  ClassShapes(Scope scope, Set<String> early, ClassLoader loader) {
    this.scope = scope;
    this.early = early;
    this.loader = loader;
    this.constructors = new Constructors(scope, loader);
  }

  /**
   * Whether the class loader finds what instrumented code calls; some ask only for what they know.
   */
  boolean seesHooks() {
    Boolean known = seesHooks;
    return known != null ? known : (seesHooks = findsHooks());
  }

  private boolean findsHooks() {
    try {
      return Class.forName(ThreadState.class.getName(), false, loader) == ThreadState.class;
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return false;
    }
  }

  void add(ClassShape shape) {
    known.put(shape.name(), Optional.of(shape));
  }

  /** The class is loaded as it is: nothing may be linked to it. */
  void refuse(String name, byte[] file) {
    known.put(name, ClassFiles.reader(file).map(reader -> ClassShape.read(reader, false)));
  }

  /** Whether accesses in this class are checked. */
  public boolean checks(String name) {
    return scope.checksAccesses(name);
  }

  /** The field that {@code owner.name} means, when its class carries shadow; JVMS 5.4.3.2. */
  public Optional<FieldTarget> resolve(String owner, String name, String descriptor) {
    return find(owner, name, descriptor).filter(FieldTarget::isLinked);
  }

  /** The field that {@code owner.name} means, wherever it is declared; JVMS 5.4.3.2. */
  Optional<FieldTarget> find(String owner, String name, String descriptor) {
    Optional<ClassShape> shape = shape(owner);
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    Integer access = shape.get().field(name, descriptor);
    return access != null
        ? Optional.of(target(shape.get(), name, descriptor, access))
        : findInSupertypes(shape.get(), name, descriptor);
  }

  private Optional<FieldTarget> findInSupertypes(ClassShape type, String name, String descriptor) {
    for (String superinterface : type.interfaces()) {
      Optional<FieldTarget> found = find(superinterface, name, descriptor);
      if (found.isPresent()) {
        return found;
      }
    }
    return type.superName() == null ? Optional.empty() : find(type.superName(), name, descriptor);
  }

  private FieldTarget target(ClassShape declaring, String name, String descriptor, int access) {
    String shadow = declaring.shadowName(name, descriptor);
    boolean linked = declaring.isInstrumented();
    boolean checked = linked && scope.checksAccesses(declaring.name());
    return new FieldTarget(declaring.name(), name, descriptor, access, shadow, linked, checked);
  }

  /** Adds the JDK's classes and interfaces that a class is, itself or because it extends them. */
  public void addJdkTypes(String name, Set<String> types) {
    if (!scope.followsSynchronization(name)) {
      types.add(name);
      return;
    }
    shape(name).ifPresent(shape -> {
      addJdkTypes(shape.superName(), types);
      for (String type : shape.interfaces()) {
        addJdkTypes(type, types);
      }
    });
  }

  /** The number of a class whose initialiser is followed. */
  OptionalInt initialiser(String name) {
    Optional<ClassShape> shape = shape(name);
    return shape.isPresent() && shape.get().isInstrumented() && shape.get().initialises()
        ? OptionalInt.of(initialisers.computeIfAbsent(name, ClassInits::number))
        : OptionalInt.empty();
  }

  /** The number of the nearest superclass whose initialiser is followed. */
  OptionalInt initialiserAbove(ClassNode type) {
    String name = type.superName;
    while (name != null && scope.followsSynchronization(name)) {
      OptionalInt number = initialiser(name);
      if (number.isPresent()) {
        return number;
      }
      name = shape(name).map(ClassShape::superName).orElse(null);
    }
    return OptionalInt.empty();
  }

  /** Whether a constructor, and those that it calls on the same object, give it to nobody. */
  boolean keepsThis(String owner, String descriptor) {
    return constructors.keepThis(owner, descriptor);
  }

  Optional<ClassShape> shape(String name) {
    Optional<ClassShape> shape = known.get(name);
    if (shape == null) {
      shape = load(name);
      Optional<ClassShape> earlier = known.putIfAbsent(name, shape);
      return earlier == null ? shape : earlier;
    }
    return shape;
  }

  private Optional<ClassShape> load(String name) {
    try (InputStream file = loader.getResourceAsStream(name + ".class")) {
      if (file == null) {
        return Optional.empty();
      }
      return Optional.of(ClassShape.read(new ClassReader(file), isInstrumented(name)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // Then its fields are not checked: nothing is linked to it.
    }
  }

  private boolean isInstrumented(String name) {
    return scope.followsSynchronization(name)
        && !early.contains(name)
        && BOOTSTRAP.getResource(name + ".class") == null;
  }

  /**
   * A field and the class that declares it.
   *
   * @param shadow what its shadow is named after
   * @param isLinked whether that class carries shadow at all
   * @param inScope whether accesses to that class's fields are checked
   */
  public record FieldTarget(
      String declaring,
      String name,
      String descriptor,
      int access,
      String shadow,
      boolean isLinked,
      boolean inScope) {
    public boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    boolean isSynthetic() {
      return (access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    public boolean isVolatile() {
      return (access & Opcodes.ACC_VOLATILE) != 0;
    }

    /** Whether the field has two cells beside it. */
    public boolean isChecked() {
      return inScope && hasCells(access);
    }
  }

  static boolean hasCells(int access) {
    int without = Opcodes.ACC_FINAL | Opcodes.ACC_VOLATILE | Opcodes.ACC_SYNTHETIC;
    return (access & (without | BenignRaces.FIELD)) == 0;
  }

  static boolean hasClock(int access) {
    return (access & Opcodes.ACC_VOLATILE) != 0;
  }

  static String shadowName(ClassNode type, FieldNode field) {
    long same =
        type.fields.stream().filter(other -> other.name.equals(field.name)).count();
    return shadowName(field.name, field.desc, same == 1);
  }

  /** Class files may have fields of one name and several types; those names must differ. */
  static String shadowName(String name, String descriptor, boolean unique) {
    return unique ? name : name + '$' + Integer.toHexString(descriptor.hashCode());
  }
}
