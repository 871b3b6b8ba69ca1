package dev.goguard.cli.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Two lists of findings side by side.
 *
 * @param added found now, unlabelled
 * @param gone no longer found
 * @param kept found as before, with their labels
 * @param retold found as before, but told or known differently; the labels hold
 */
public record Comparison(
    List<Entry> added, List<Entry> gone, List<Entry> kept, List<Entry> retold) {

  /** Pairs by fingerprint first; what is left, by rule and element in the order of the source. */
  public static Comparison of(List<Entry> before, List<Entry> after) {
    var comparison = new Comparison(
        new ArrayList<>(after), new ArrayList<>(before), new ArrayList<>(), new ArrayList<>());
    comparison.pairBy(entry -> List.of(entry.identity(), entry.fingerprint()));
    comparison.pairBy(Entry::identity);
    return comparison;
  }

  /** Whether a finding is new, gone or in another element. */
  boolean differs() {
    return !added.isEmpty() || !gone.isEmpty();
  }

  /** Every finding of now, labelled as far as the labels go. */
  List<Entry> labelled() {
    var all = new ArrayList<>(added);
    all.addAll(kept);
    all.addAll(retold);
    return all;
  }

  private void pairBy(Function<Entry, Object> key) {
    for (var entry : List.copyOf(added)) {
      gone.stream()
          .filter(old -> key.apply(old).equals(key.apply(entry)))
          .findFirst()
          .ifPresent(old -> pair(old, entry));
    }
  }

  private void pair(Entry old, Entry entry) {
    gone.remove(old);
    added.remove(entry);
    (entry.isToldLike(old) ? kept : retold).add(entry.labelledLike(old));
  }
}
