package dev.goguard.race.report;

import java.util.HashSet;
import java.util.Set;

/**
 * Pairs of places in the source, in any order, with what is raced on.
 *
 * <p>One place may have several sites: compilers copy the code of {@code finally}, the agent checks
 * a loop's accesses within and behind it, and what reads and writes, as {@code n++}, does both.
 */
final class PlacePairs {
  private final Set<String> pairs = new HashSet<>();

  /** Whether the places and the variable of a race are new together. */
  synchronized boolean add(Race race) {
    String one = place(race.access());
    String other = place(race.previous());
    if (one == null || other == null) {
      return true;
    }
    boolean ordered = one.compareTo(other) <= 0;
    String pair = ordered ? one + '\n' + other : other + '\n' + one;
    return pairs.add(pair + '\n' + withoutIndex(race.variable()));
  }

  /** The program's innermost frame, with those of the JDK above it; null when it is not known. */
  private static String place(Side side) {
    StackTraceElement[] frames = side.frames();
    int calls = frames.length - Side.withoutJdk(frames).length;
    if (frames.length == 0 || frames[calls].getLineNumber() < 0) {
      return null;
    }
    StringBuilder place = new StringBuilder();
    for (int i = 0; i <= calls; i++) {
      place.append(frames[i]).append(' ');
    }
    return place.toString();
  }

  private static String withoutIndex(String variable) {
    int index = variable.endsWith("]") ? variable.lastIndexOf('[') : -1;
    return index < 0 ? variable : variable.substring(0, index);
  }
}
