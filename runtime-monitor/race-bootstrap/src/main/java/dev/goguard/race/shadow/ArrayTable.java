package dev.goguard.race.shadow;

import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Array;

/** The shadow of each array that several threads may use, by identity. */
public final class ArrayTable {
  private static final int STRIPES = 64;
  private static final ArrayTable[] TABLES = new ArrayTable[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      TABLES[i] = new ArrayTable();
    }
  }

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private ArrayShadow[] shadows = new ArrayShadow[16];
  private int size;

  private ArrayTable() {}

  /** The shadow of an array. */
  public static ArrayShadow of(Object array) {
    int hash = System.identityHashCode(array) * 0x9E3779B9;
    return TABLES[hash >>> 26].find(array, hash);
  }

  private synchronized ArrayShadow find(Object array, int hash) {
    for (ArrayShadow at = shadows[hash & shadows.length - 1]; at != null; at = at.next) {
      if (at.hash == hash && at.refersTo(array)) {
        return at;
      }
    }
    return add(new ArrayShadow(array, hash, Array.getLength(array), collected));
  }

  private ArrayShadow add(ArrayShadow shadow) {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      remove((ArrayShadow) gone);
    }
    if (++size > shadows.length) {
      grow();
    }
    insert(shadows, shadow);
    return shadow;
  }

  private void grow() {
    ArrayShadow[] larger = new ArrayShadow[shadows.length * 2];
    for (ArrayShadow head : shadows) {
      for (ArrayShadow at = head; at != null; ) {
        ArrayShadow next = at.next;
        insert(larger, at);
        at = next;
      }
    }
    shadows = larger;
  }

  private static void insert(ArrayShadow[] table, ArrayShadow shadow) {
    int at = shadow.hash & table.length - 1;
    shadow.next = table[at];
    table[at] = shadow;
  }

  private void remove(ArrayShadow gone) {
    int at = gone.hash & shadows.length - 1;
    ArrayShadow before = null;
    for (ArrayShadow shadow = shadows[at]; shadow != null; before = shadow, shadow = shadow.next) {
      if (shadow == gone) {
        unlink(at, before, gone);
        return;
      }
    }
  }

  private void unlink(int at, ArrayShadow before, ArrayShadow gone) {
    if (before == null) {
      shadows[at] = gone.next;
    } else {
      before.next = gone.next;
    }
    size--;
  }
}
