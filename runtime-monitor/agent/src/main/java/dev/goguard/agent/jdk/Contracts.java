package dev.goguard.agent.jdk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The happens-before contracts of the JDK's classes, read from {@code contracts.txt}.
 *
 * <p>A line without indentation names a class; the indented lines below it are its contracts:
 * method, place, hook, arguments, and after {@code @} the JDK versions that have the method when
 * not all have. What stands after {@code #} is a comment.
 */
final class Contracts {
  private static final String FILE = "contracts.txt";

  private final Map<String, List<Contract>> byClass = new HashMap<>();

  private Contracts() {}

  /** The contracts of the agent. */
  static Contracts load() {
    try (InputStream file = Contracts.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return parse(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Contracts parse(BufferedReader lines) throws IOException {
    Contracts contracts = new Contracts();
    String type = null;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      int comment = line.indexOf('#');
      String code = comment < 0 ? line : line.substring(0, comment);
      if (code.isBlank()) {
        continue;
      }
      if (!Character.isWhitespace(code.charAt(0))) {
        type = code.strip().replace('.', '/');
      } else {
        contracts.add(type, code, number);
      }
    }
    return contracts;
  }

  private void add(String type, String code, int number) {
    try {
      if (type == null) {
        throw new IllegalArgumentException("a contract before the first class");
      }
      byClass.computeIfAbsent(type, key -> new ArrayList<>()).add(contract(type, code, number));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(FILE + ':' + number + ": " + e.getMessage(), e);
    }
  }

  private static Contract contract(String type, String code, int number) {
    List<String> words = new ArrayList<>(Arrays.asList(code.strip().split("\\s+")));
    String versions =
        words.get(words.size() - 1).startsWith("@") ? words.remove(words.size() - 1) : "@0-999";
    if (words.size() < 3) {
      throw new IllegalArgumentException("a contract is: method place hook arguments");
    }
    Place place = Place.parse(words.get(1));
    return new Contract(
        number,
        type,
        MethodPattern.parse(words.get(0)),
        place,
        Hook.named(words.get(2) + place.condition()),
        words.stream().skip(3).map(Argument::parse).toList(),
        bound(versions, 0),
        bound(versions, 1));
  }

  private static int bound(String versions, int index) {
    if (!versions.matches("@\\d+-\\d+")) {
      throw new IllegalArgumentException("'" + versions + "' is no range of versions");
    }
    return Integer.parseInt(versions.substring(1).split("-")[index]);
  }

  /** The contracts of a class, by its internal name. */
  List<Contract> of(String type) {
    return byClass.getOrDefault(type, List.of());
  }

  /** All contracts, by class. */
  Map<String, List<Contract>> all() {
    return byClass;
  }
}
