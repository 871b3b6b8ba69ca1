package dev.goguard.race.bootstrap;

import dev.goguard.race.shadow.Slots;

/**
 * Hooks of concurrent maps: what is done before a key is placed, or removed, is before what follows
 * any access of the same key.
 *
 * <p>A map has a fixed number of clocks, which keys share by their hash, so that large maps do not
 * need as many clocks as they have keys; and one that all keys share, for traversals. Beside the
 * clocks of the map, a key of the program's own classes has one, because other threads call its
 * {@code equals} and {@code compareTo} before they have found anything.
 */
public final class Maps {
  private static final int STRIPES = 256;

  private Maps() {}

  /** When the hash of a key is known that is about to be placed, changed or removed. */
  public static void placing(int hash, Object key, Object map) {
    comparable(key);
    placed(hash, map);
    found(hash, map);
  }

  /** A key that other threads will call; those of the JDK's classes have nothing to find. */
  static void comparable(Object key) {
    if (key.getClass().getClassLoader() != null) {
      Handovers.release(key, Slots.KEY);
    }
  }

  /** Before the value of a key becomes visible. */
  public static void placed(int hash, Object map) {
    Handovers.release(map, slotOf(hash));
    Handovers.release(map, Slots.KEYS);
  }

  /** When the hash of a key is known that is looked for. */
  public static void looking(int hash, Object map) {
    found(hash, map);
  }

  /** After a key was looked for. */
  public static void found(int hash, Object map) {
    Handovers.acquire(map, slotOf(hash));
  }

  /** Before a key in the map is compared. */
  public static void comparing(Object key) {
    if (key != null && key.getClass().getClassLoader() != null) {
      Handovers.acquire(key, Slots.KEY);
    }
  }

  /** Before all keys, or any, can be seen. */
  public static void traversing(Object map) {
    Handovers.acquire(map, Slots.KEYS);
  }

  private static int slotOf(int hash) {
    return Slots.STRIPES - ((hash * 0x9E3779B9 >>> 16) & STRIPES - 1);
  }
}
