package dev.goguard.race.shadow;

import java.util.HashMap;
import java.util.Map;

/** Numbers volatile fields of classes that carry no shadow, for the table of clocks. */
public final class FieldSlots {
  private static final Map<String, Integer> SLOTS = new HashMap<>();

  private FieldSlots() {}

  /** The slot of a field, given by the name of its class with dots. */
  public static synchronized int of(String owner, String field) {
    String key = owner + '.' + field;
    Integer known = SLOTS.get(key);
    if (known == null) {
      known = SLOTS.size();
      SLOTS.put(key, known);
    }
    return known;
  }
}
