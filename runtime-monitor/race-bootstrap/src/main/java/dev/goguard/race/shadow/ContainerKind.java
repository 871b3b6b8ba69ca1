package dev.goguard.race.shadow;

import dev.goguard.race.memory.Memory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * What calls on objects of one class do: to the object itself, or to another one it is a view of.
 */
final class ContainerKind {
  static final long NONE = -1;

  private static final ContainerKind SILENT =
      new ContainerKind(null, new byte[ContainerMethods.count()], null);
  private static final ClassValue<ContainerKind> KINDS = new ClassValue<>() {
    @Override
    protected ContainerKind computeValue(Class<?> type) {
      return kind(type);
    }
  };

  /** As reports call it, or null when the class is not watched. */
  final String name;

  /** Whether programs name the class: then reports do, too. */
  final boolean isPublic;

  /** By the numbers of methods. */
  final byte[] modes;

  /** Where a view refers to the object behind it. */
  final long link;

  /** Where a synchronized wrapper refers to its monitor. */
  final long mutex;

  /** Where a sub-list says at which of its list's elements it begins. */
  final long shift;

  /** Where a list refers to the array of its elements. */
  final long elements;

  /** Where an iterator says to which element it comes next. */
  final long cursor;

  /** Whether the class is a wrapper, whose methods call the same ones of what is behind it. */
  final boolean wraps;

  /** Whether the program overrides some of the methods. */
  final boolean partial;

  /** Where a map says whether it is ordered by access. */
  final long accessOrder;

  private ContainerKind(Class<?> type, byte[] modes, String link) {
    this.name = type == null ? null : type.getSimpleName();
    this.isPublic = type != null && Modifier.isPublic(type.getModifiers());
    this.modes = modes;
    this.wraps = type != null && type.getName().startsWith("java.util.Collections$");
    this.partial = false;
    this.link = link == null ? NONE : offset(type, link);
    this.mutex = offset(type, "mutex");
    this.shift = link != null && link.equals("root") ? offset(type, "offset") : NONE;
    this.elements = type == java.util.ArrayList.class ? offset(type, "elementData") : NONE;
    this.cursor = link == null ? NONE : offset(type, "cursor");
    this.accessOrder = offset(type, "accessOrder");
  }

  private ContainerKind(ContainerKind parent, byte[] modes) {
    this.name = parent.name;
    this.isPublic = parent.isPublic;
    this.modes = modes;
    this.wraps = parent.wraps;
    this.partial = true;
    this.link = parent.link;
    this.mutex = parent.mutex;
    this.shift = parent.shift;
    this.elements = parent.elements;
    this.cursor = parent.cursor;
    this.accessOrder = parent.accessOrder;
  }

  static ContainerKind of(Class<?> type) {
    return KINDS.get(type);
  }

  boolean isWatched() {
    return name != null;
  }

  private static ContainerKind kind(Class<?> type) {
    if (isOfProgram(type)) {
      return ContainerSubclass.kind(type);
    }
    ContainerClasses.Row row = ContainerClasses.of(type);
    return row == null ? SILENT : new ContainerKind(type, modes(type, row), row.link());
  }

  /** The kind of a program's class: that of the JDK's class which it extends, except for these. */
  ContainerKind without(boolean[] methods) {
    byte[] left = modes.clone();
    for (int i = 0; i < left.length; i++) {
      left[i] = methods[i] ? ContainerMethods.NOTHING : left[i];
    }
    return new ContainerKind(this, left);
  }

  static ContainerKind silent() {
    return SILENT;
  }

  static boolean isOfProgram(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != null && loader != ClassLoader.getPlatformClassLoader();
  }

  private static byte[] modes(Class<?> type, ContainerClasses.Row row) {
    if (!row.isView() && !row.isLocked()) {
      return ContainerMethods.of(row.family());
    }
    byte[] modes = ContainerMethods.of(family(type));
    return row.isView() ? withoutWrites(modes) : modes;
  }

  private static String family(Class<?> type) {
    if (java.util.Iterator.class.isAssignableFrom(type)) {
      return "iterator";
    }
    return java.util.Map.class.isAssignableFrom(type) ? "map" : "collection";
  }

  /** An unmodifiable view throws at a write. */
  private static byte[] withoutWrites(byte[] modes) {
    byte[] left = modes.clone();
    for (int i = 0; i < left.length; i++) {
      boolean writes = left[i] == ContainerMethods.WRITE || left[i] == ContainerMethods.SET;
      left[i] = writes ? ContainerMethods.NOTHING : left[i];
    }
    return left;
  }

  static long offset(Class<?> type, String field) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field declared : at.getDeclaredFields()) {
        if (declared.getName().equals(field)) {
          return Memory.UNSAFE.objectFieldOffset(declared);
        }
      }
    }
    return NONE;
  }
}
