package dev.goguard.race.shadow;

import dev.goguard.race.detector.Shadow;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.Variable;
import dev.goguard.race.memory.Memory;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Modifier;
import java.util.List;

/** What a {@code VarHandle}, field updater, {@code Field} or accessor of a field accesses. */
public sealed interface HandleTarget {
  /**
   * What an operation reaches.
   *
   * @param first the first argument when it is a reference
   * @param index the second argument when it is an int
   * @return null when the operation is about to throw
   */
  AtomicAccess access(Object first, int index);

  /** The target of a handle that is met at a call site. */
  static HandleTarget at(int site, Object handle, ThreadState thread) {
    return HandleTable.at(site, handle, thread);
  }

  /**
   * A field.
   *
   * @param variable its number when its plain accesses are checked, or -1
   */
  record Field(
      Class<?> declaring, boolean isStatic, boolean isVolatile, int variable, Companion companion)
      implements HandleTarget {
    @Override
    public AtomicAccess access(Object first, int index) {
      if (isStatic) {
        return new AtomicAccess.OfField(declaring, this);
      }
      return declaring.isInstance(first) ? new AtomicAccess.OfField(first, this) : null;
    }
  }

  /** A field, through a method handle that only reads or only writes it. */
  record Accessor(Field field, boolean writes) implements HandleTarget {
    @Override
    public AtomicAccess access(Object first, int index) {
      return field.access(first, index);
    }
  }

  /** The elements of arrays. */
  record Elements() implements HandleTarget {
    @Override
    public AtomicAccess access(Object first, int index) {
      return first == null ? null : new AtomicAccess.OfElement(first, index);
    }
  }

  /** Something else: buffers, segments, adapted handles. */
  record Unknown() implements HandleTarget {
    @Override
    public AtomicAccess access(Object first, int index) {
      return AtomicAccess.OfMemory.ANY;
    }
  }

  /** What a handle accesses that was made for a field of {@code type} or of what it extends. */
  static HandleTarget field(Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (java.lang.reflect.Field field : at.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field(field);
        }
      }
    }
    return new Unknown();
  }

  /** What a handle accesses that was made for a field. */
  static HandleTarget field(java.lang.reflect.Field field) {
    Class<?> declaring = field.getDeclaringClass();
    int modifiers = field.getModifiers();
    if (Modifier.isStatic(modifiers)) {
      // Not by an operation later: the class's own code must not run while a lock is held.
      Memory.UNSAFE.ensureClassInitialized(declaring);
    }
    int variable = hasCells(declaring, field.getName())
        ? Variable.register(declaring.getName(), field.getName())
        : -1;
    return new Field(
        declaring,
        Modifier.isStatic(modifiers),
        Modifier.isVolatile(modifiers),
        variable,
        Companion.of(declaring, field.getName()));
  }

  private static boolean hasCells(Class<?> declaring, String field) {
    for (java.lang.reflect.Field declared : declaring.getDeclaredFields()) {
      if (declared.getName().equals(Shadow.reads(field))) {
        return true;
      }
    }
    return false;
  }

  /** What a handle accesses whose making was not seen. */
  static HandleTarget of(Object handle) {
    if (handle instanceof java.lang.reflect.Field field) {
      return FieldTable.target(field);
    }
    if (handle instanceof VarHandle unseen) {
      List<Class<?>> coordinates = unseen.coordinateTypes();
      if (coordinates.size() == 2
          && coordinates.get(0).isArray()
          && coordinates.get(0).getComponentType() == unseen.varType()) {
        return new Elements();
      }
    }
    return new Unknown();
  }
}
