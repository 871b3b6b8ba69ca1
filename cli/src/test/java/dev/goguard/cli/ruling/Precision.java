package dev.goguard.cli.ruling;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How often the findings are right, as Markdown: by library, by rule, in total. Notes are left out.
 */
record Precision(Map<String, Ruling> rulings) {

  String markdown() {
    return byLibrary() + "\n" + byRule();
  }

  private String byLibrary() {
    var table = new StringBuilder("| library | files | failed | unresolved calls | ")
        .append("true | false | unlabelled |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    for (var ruling : rulings.values()) {
      table.append(String.format(
          Locale.ROOT,
          "| %s | %d | %d | %.1f %% | %d | %d | %d |%n",
          ruling.library(),
          ruling.files(),
          ruling.failed(),
          ruling.unresolvedPercent(),
          ruling.count(Label.TRUE),
          ruling.count(Label.FALSE),
          ruling.count(Label.UNLABELLED)));
    }
    return table.toString();
  }

  private String byRule() {
    var table = new StringBuilder("| rule | true | false | unlabelled | precision |\n")
        .append("| --- | ---: | ---: | ---: | ---: |\n");
    entries().stream()
        .collect(Collectors.groupingBy(Entry::rule, TreeMap::new, Collectors.toList()))
        .forEach((rule, entries) -> table.append(row(rule, entries)));
    return table.append(row("total", entries())).toString();
  }

  private List<Entry> entries() {
    return rulings.values().stream()
        .flatMap(ruling -> ruling.findings().stream())
        .filter(Entry::counts)
        .toList();
  }

  private static String row(String name, List<Entry> entries) {
    Function<Label, Long> count =
        label -> entries.stream().filter(entry -> entry.label() == label).count();
    long right = count.apply(Label.TRUE);
    long wrong = count.apply(Label.FALSE);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %s |%n",
        name,
        right,
        wrong,
        count.apply(Label.UNLABELLED),
        right + wrong == 0 ? "" : Math.round(100.0 * right / (right + wrong)) + " %");
  }
}
