package corpus.race;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The races that the comments of a source promise.
 *
 * <p>{@code // RACE: label} says that the line below takes part in a race; several labels are
 * separated by commas. All lines of one program with the same label are one race. What stands below
 * a program and above the next, such as a class it uses, belongs to it.
 */
public final class Expectations {
  private static final Pattern MARK = Pattern.compile("\\s*// RACE: (.*\\S)\\s*");
  private static final Pattern PROGRAM =
      Pattern.compile("  (?:public |private )?static void ((?:race|noRace)\\w*)\\(\\).*");

  private final Map<String, Map<String, SortedSet<Integer>>> programs = new LinkedHashMap<>();
  private final String[] lines;

  private Expectations(String source) {
    lines = source.split("\\R", -1);
  }

  /** The expectations of a source text. */
  public static Expectations of(String source) {
    Expectations read = new Expectations(source);
    read.readLines();
    return read;
  }

  /** The expectations of a class whose source is below a folder. */
  public static Expectations of(Path sources, String className) {
    try {
      return of(Files.readString(sources.resolve(className.replace('.', '/') + ".java")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The methods that are programs. */
  public List<String> methods() {
    return List.copyOf(programs.keySet());
  }

  /** The races of a program: for each label the lines that bear it. */
  public Map<String, SortedSet<Integer>> races(String method) {
    return programs.getOrDefault(method, Map.of());
  }

  private void readLines() {
    Map<String, SortedSet<Integer>> races = null;
    for (int i = 0; i < lines.length; i++) {
      Matcher program = PROGRAM.matcher(lines[i]);
      if (program.matches()) {
        races = new LinkedHashMap<>();
        programs.put(program.group(1), races);
      }
      Matcher mark = MARK.matcher(lines[i]);
      if (mark.matches()) {
        add(races, mark.group(1), lineBelow(i));
      }
    }
  }

  private static void add(Map<String, SortedSet<Integer>> races, String labels, int line) {
    if (races == null) {
      throw new IllegalArgumentException("line " + line + " is in no program");
    }
    for (String label : labels.split("\\s*,\\s*")) {
      races.computeIfAbsent(label, l -> new TreeSet<>()).add(line);
    }
  }

  /** The number of the first line that is no comment, from 1. */
  private int lineBelow(int comment) {
    int at = comment + 1;
    while (at < lines.length && lines[at].strip().startsWith("//")) {
      at++;
    }
    return at + 1;
  }
}
