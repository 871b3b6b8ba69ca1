package corpus.libraries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A library's label file: a line {@code kind subject}, below it the reason, indented; lines that
 * begin with a hash sign are comments.
 */
record Labels(List<Label> all) {
  Labels {
    all = List.copyOf(all);
  }

  static Labels read(Path file) throws IOException {
    return Files.exists(file) ? of(Files.readAllLines(file)) : new Labels(List.of());
  }

  static Labels of(List<String> lines) {
    List<Label> labels = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(" ")) {
        labels.add(withMore(labels.remove(labels.size() - 1), line.strip()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        labels.add(parse(line));
      }
    }
    labels.stream().filter(l -> l.reason().isEmpty()).findFirst().ifPresent(Labels::refuse);
    return new Labels(labels);
  }

  private static Label parse(String line) {
    int space = line.indexOf(' ');
    Label.Kind kind = Label.Kind.valueOf(line.substring(0, space).toUpperCase(Locale.ROOT));
    return new Label(kind, line.substring(space + 1).strip(), "");
  }

  private static Label withMore(Label label, String reason) {
    return new Label(label.kind(), label.subject(), (label.reason() + " " + reason).strip());
  }

  private static void refuse(Label label) {
    throw new IllegalArgumentException("no reason: " + label.subject());
  }

  Optional<Label> of(ReportedRace race) {
    return all.stream().filter(l -> l.covers(race)).findFirst();
  }

  boolean isFlaky(String test) {
    return all.stream()
        .anyMatch(l -> l.kind() == Label.Kind.FLAKY && l.subject().equals(test));
  }
}
