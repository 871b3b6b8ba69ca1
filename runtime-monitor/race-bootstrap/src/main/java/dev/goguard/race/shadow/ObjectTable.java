package dev.goguard.race.shadow;

import dev.goguard.race.detector.ThreadState;

/**
 * The state of each object that is watched from outside.
 *
 * <p>A call site mostly meets the object it met before, so each thread keeps what its sites found
 * last. That memory holds states, which refer to their objects weakly, and never keeps an object
 * alive.
 */
final class ObjectTable extends WeakTable<ObjectState> {
  private static final int WHOLE = -1;
  private static final int STRIPES = 64;
  private static final ObjectTable[] TABLES = new ObjectTable[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      TABLES[i] = new ObjectTable();
    }
  }

  private ObjectTable() {}

  @Override
  ObjectState create(Object object, int hash, int part) {
    return new ObjectState(object, hash, part);
  }

  /** The state of an object that is met at a call site. */
  static ObjectState at(int site, Object object, ThreadState thread) {
    if (thread.recall(site) instanceof ObjectState known && known.refersTo(object)) {
      return known;
    }
    ObjectState state = of(object);
    thread.remember(site, state);
    return state;
  }

  /** The state of an object. */
  static ObjectState of(Object object) {
    return of(object, WHOLE);
  }

  /** The state of one numbered part of an object. */
  static ObjectState of(Object object, int part) {
    int hash = hash(object, part);
    return TABLES[hash >>> 26].of(object, hash, part);
  }
}
