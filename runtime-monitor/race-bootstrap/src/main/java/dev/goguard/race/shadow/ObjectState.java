package dev.goguard.race.shadow;

import dev.goguard.race.detector.AbstractVariable;

/** What is known of an object, or of a part of it, whose class the agent cannot extend. */
final class ObjectState extends WeakTable.Entry {
  /** What the object holds. */
  final AbstractVariable contents = new AbstractVariable();

  /** Of the object's class, once a call has reached the object; null for parts of objects. */
  ContainerKind kind;

  private ArrayShadow elements;

  ObjectState(Object object, int hash, int part) {
    super(object, hash, part);
  }

  /** The shadow of the array in which a list has its elements now. */
  ArrayShadow elements(Object array) {
    ArrayShadow known = elements;
    if (known == null || !known.refersTo(array)) {
      elements = known = ArrayTable.of(array);
    }
    return known;
  }
}
