package dev.goguard.benchmarks.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a process printed: lines of a word and a number. */
record Output(Map<String, List<String>> numbers) {

  static Output parse(List<String> lines) {
    var numbers = new HashMap<String, List<String>>();
    for (var line : lines) {
      var parts = line.split(" ");
      if (parts.length == 2) {
        numbers.computeIfAbsent(parts[0], none -> new ArrayList<>()).add(parts[1]);
      }
    }
    return new Output(numbers);
  }

  /** All numbers after the word; none when the process failed. */
  List<Double> all(String word) {
    return numbers.getOrDefault(word, List.of()).stream().map(Double::valueOf).toList();
  }

  /** What the work came to; empty when the process failed. */
  List<String> checksums() {
    return numbers.getOrDefault("checksum", List.of());
  }
}
