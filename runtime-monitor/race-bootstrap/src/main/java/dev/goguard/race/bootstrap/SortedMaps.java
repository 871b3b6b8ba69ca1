package dev.goguard.race.bootstrap;

import java.util.SortedMap;

/**
 * Hooks of concurrent maps that compare: as {@link Maps}, but keys that are equal by a comparator
 * need not have the same hash. So only keys whose order is known to agree with their hash have
 * clocks of their own.
 */
public final class SortedMaps {
  private SortedMaps() {}

  /** Before a key is placed, changed or removed. */
  public static void placing(Object key, SortedMap<?, ?> map) {
    Maps.comparable(key);
    Maps.placed(hashOf(key, map), map);
    found(key, map);
  }

  /** Before some key is changed or removed. */
  public static void placed(Object map) {
    Maps.placed(0, map);
  }

  /** After a key was looked for. */
  public static void found(Object key, SortedMap<?, ?> map) {
    Maps.found(hashOf(key, map), map);
    Maps.found(0, map);
  }

  private static int hashOf(Object key, SortedMap<?, ?> map) {
    return map.comparator() == null
            && (key instanceof String || key instanceof Number)
            && !(key instanceof java.math.BigDecimal)
        ? key.hashCode()
        : 0;
  }
}
