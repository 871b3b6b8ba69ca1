package dev.goguard.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds the rows of a table that were asked for. */
public final class RowNames {
  private RowNames() {}

  /**
   * The rows of one name, or of all names that begin so; {@code select2} is as good as SELECT_2.
   */
  public static <R extends Enum<R>> List<R> find(R[] all, String name) {
    String plain = plain(name);
    var exact = matching(all, row -> plain(row.name()).equals(plain));
    var found = exact.isEmpty() ? matching(all, row -> plain(row.name()).startsWith(plain)) : exact;
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no row " + name + " among " + Arrays.toString(all));
    }
    return found;
  }

  /** The rows of all the names, in their order; all rows without a name. */
  public static <R extends Enum<R>> List<R> select(R[] all, List<String> names) {
    return names.isEmpty()
        ? List.of(all)
        : names.stream()
            .flatMap(name -> find(all, name).stream())
            .distinct()
            .sorted()
            .toList();
  }

  private static <R extends Enum<R>> List<R> matching(R[] all, Predicate<R> wanted) {
    return Arrays.stream(all).filter(wanted).toList();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
