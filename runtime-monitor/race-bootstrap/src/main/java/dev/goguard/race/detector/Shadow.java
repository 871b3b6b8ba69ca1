package dev.goguard.race.detector;

/** The names of what the agent adds to a class. */
public final class Shadow {
  private Shadow() {}

  /** The field, or accessor method, that holds or checks the read cell of {@code field}. */
  public static String reads(String field) {
    return "gg$r$" + field;
  }

  /** The field, or accessor method, that holds or checks the write cell of {@code field}. */
  public static String writes(String field) {
    return "gg$w$" + field;
  }

  /** The field, or accessor method, that holds or yields the clock of a volatile field. */
  public static String clock(String field) {
    return "gg$v$" + field;
  }
}
