package corpus.race;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A race as the detector wrote it.
 *
 * @param places where the two accesses are, as far as they are in programs of the corpus
 * @param complete whether both stacks reach down to where their threads began
 * @param text the report, line by line
 */
record RaceReport(List<Place> places, boolean complete, List<String> text) {
  static final String TITLE = "WARNING: DATA RACE";

  private static final Pattern FRAME = Pattern.compile(
      "\\s+(?:at )?(?:\\S*/)?(corpus\\.race\\.[a-z]\\w*\\.[A-Z]\\S+)\\((\\S+):(\\d+)\\)\\s*");

  private static final Pattern BOTTOM = Pattern.compile("\\s+\\S+\\.(run|main)\\(.*\\)\\s*");

  /** A line of a source. */
  record Place(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  RaceReport {
    places = List.copyOf(places);
    text = List.copyOf(text);
  }

  static RaceReport of(List<String> text) {
    List<List<String>> stacks = stacks(text);
    stacks = stacks.subList(0, Math.min(2, stacks.size()));
    List<Place> places = new ArrayList<>();
    for (List<String> stack : stacks) {
      stack.stream()
          .map(RaceReport::place)
          .filter(p -> p != null)
          .findFirst()
          .ifPresent(places::add);
    }
    return new RaceReport(places, stacks.stream().allMatch(RaceReport::isComplete), text);
  }

  private static boolean isComplete(List<String> stack) {
    return !stack.isEmpty() && BOTTOM.matcher(stack.get(stack.size() - 1)).matches();
  }

  /** The frames below each heading, a line that is not indented and ends with a colon. */
  private static List<List<String>> stacks(List<String> text) {
    List<List<String>> stacks = new ArrayList<>();
    for (String line : text) {
      if (line.matches("\\S.*:\\s*")) {
        stacks.add(new ArrayList<>());
      } else if (!stacks.isEmpty() && line.matches("\\s+\\S+\\(.*\\)\\s*")) {
        stacks.get(stacks.size() - 1).add(line);
      }
    }
    return stacks;
  }

  /** The place of a frame; null when it is none of a program's. */
  private static Place place(String line) {
    Matcher frame = FRAME.matcher(line);
    if (!frame.matches()) {
      return null;
    }
    String method = frame.group(1);
    int room = method.indexOf('.', "corpus.race.".length());
    String file = method.substring(0, room).replace('.', '/') + "/" + frame.group(2);
    return new Place(file, Integer.parseInt(frame.group(3)));
  }
}
