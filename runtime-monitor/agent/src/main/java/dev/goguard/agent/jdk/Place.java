package dev.goguard.agent.jdk;

import java.util.Locale;

/**
 * Where in a method a contract calls its hook.
 *
 * @param kind what sort of place it is
 * @param name the method called or the field read, for the kinds that have one
 */
record Place(Kind kind, String name) {
  /** The sorts of places; each says what it gives its hook before the arguments of the contract. */
  enum Kind {
    /** Before the first instruction. */
    ENTRY,
    /** Before every return. */
    EXIT,
    /** Before every return; the hook learns whether the result is true. */
    EXIT_WHEN_TRUE,
    /** Before every return; the hook learns whether the result is not null. */
    EXIT_WHEN_FOUND,
    /** Before every return; the hook learns whether the result is zero. */
    EXIT_WHEN_ZERO,
    /** Before every return; the hook learns whether the result is not zero. */
    EXIT_WHEN_NONZERO,
    /** Before every return; the hook learns whether the result is negative. */
    EXIT_WHEN_NEGATIVE,
    /** When an exception leaves the method. */
    THROW,
    /** Before every return and when an exception leaves the method. */
    ALWAYS,
    /** Before each call of a method. */
    BEFORE,
    /** After each call of a method. */
    AFTER,
    /** After each read of a field; the hook gets the object and the value. */
    READS,
    /** After the first read of a field; the hook gets the value, which is kept as {@code saved}. */
    FIRST,
    /** After each call of a method whose int result is kept as {@code saved}. */
    KEEP,
    /** Around everything that holds a monitor: blocks and synchronized methods. */
    MONITORS
  }

  static Place parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    for (Kind known : Kind.values()) {
      if (spelled(known).equals(kind)) {
        return new Place(known, nameIn(known, text, colon));
      }
    }
    throw new IllegalArgumentException("unknown place '" + text + "'");
  }

  private static String nameIn(Kind kind, String text, int colon) {
    boolean named = switch (kind) {
      case BEFORE, AFTER, READS, FIRST, KEEP -> true;
      default -> false;
    };
    if (named != colon > 0) {
      throw new IllegalArgumentException(
          "place '" + text + "' " + (named ? "needs a name" : "takes no name"));
    }
    return named ? text.substring(colon + 1) : null;
  }

  private static String spelled(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is appended to the name of a hook that decides by the result, as in acquireWhenTrue. */
  String condition() {
    String name = kind.name();
    if (!name.startsWith("EXIT_WHEN_")) {
      return "";
    }
    String result = name.substring("EXIT_WHEN_".length());
    return "When" + result.charAt(0) + result.substring(1).toLowerCase(Locale.ROOT);
  }
}
