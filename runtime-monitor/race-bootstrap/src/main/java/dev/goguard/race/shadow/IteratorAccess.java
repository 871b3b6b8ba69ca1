package dev.goguard.race.shadow;

import dev.goguard.race.detector.AbstractVariable;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.memory.Memory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Iterator;
import java.util.Spliterator;

/**
 * What a call does to an iterator of {@code java.util} itself, beside what it does to its
 * collection: where the iterator stands is state of its own, which threads must not share, whatever
 * the collection allows.
 */
public final class IteratorAccess {
  private static final ClassValue<Boolean> STANDS = new ClassValue<>() {
    @Override
    protected Boolean computeValue(Class<?> type) {
      return stands(type);
    }
  };

  private IteratorAccess() {}

  /** A method is called that advances an iterator, or only looks at where it stands. */
  public static void call(
      Object iterator, boolean advances, ThreadState thread, long context, int site) {
    Object inner = unwrapped(iterator);
    if (STANDS.get(inner.getClass())) {
      AbstractVariable place = ObjectTable.at(site, inner, thread).contents;
      String name = inner instanceof Spliterator ? "Spliterator" : "Iterator";
      if (advances) {
        place.write(name, thread, context, site);
      } else {
        place.read(name, thread, context, site);
      }
    }
  }

  private static Object unwrapped(Object iterator) {
    Object inner = iterator;
    ContainerKind kind = ContainerKind.of(inner.getClass());
    while (kind.wraps && kind.link != ContainerKind.NONE) {
      inner = Memory.UNSAFE.getReference(inner, kind.link);
      kind = ContainerKind.of(inner.getClass());
    }
    return inner;
  }

  /** Those without fields that change, as empty ones, are shared; a vector's take its monitor. */
  private static boolean stands(Class<?> type) {
    boolean ours = type.getName().startsWith("java.util.")
        && !type.getName().startsWith("java.util.Vector$")
        && (Iterator.class.isAssignableFrom(type) || Spliterator.class.isAssignableFrom(type));
    for (Class<?> at = type; ours && at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if ((field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
          return true;
        }
      }
    }
    return false;
  }
}
