package dev.goguard.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses the name that was meant. */
public final class Spelling {
  private Spelling() {}

  /** A question such as {@code "; did you mean X?"}, or nothing when no name is near. */
  public static String suggestion(String word, Collection<String> names) {
    return closest(word, names).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** The name nearest to {@code word}, if it differs in at most a third of its letters. */
  public static Optional<String> closest(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(word, name) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt((String name) -> distance(word, name)).thenComparing(n -> n));
  }

  /** Levenshtein distance, letter case ignored. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
