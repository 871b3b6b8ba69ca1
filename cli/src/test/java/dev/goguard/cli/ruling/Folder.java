package dev.goguard.cli.ruling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The folder that keeps the list of libraries, a ruling for each and a README with the figures. */
public record Folder(Path path) {
  private static final String BEGIN = "<!-- figures: written by run -->\n";
  private static final String END = "<!-- end of figures -->";

  /** The ruling on {@code name}; one without findings when there is none yet. */
  public Ruling ruling(String name) throws IOException {
    var file = file(name);
    return Files.exists(file) ? Ruling.read(file) : new Ruling("", 0, 0, 0, List.of());
  }

  void keep(String name, Ruling ruling) throws IOException {
    ruling.write(file(name));
  }

  /** Every ruling by name. */
  Map<String, Ruling> rulings() throws IOException {
    var rulings = new TreeMap<String, Ruling>();
    try (var files = Files.newDirectoryStream(path, "*.json")) {
      for (var file : files) {
        rulings.put(file.getFileName().toString().replace(".json", ""), Ruling.read(file));
      }
    }
    return rulings;
  }

  /** What the list calls {@code name}. */
  public String coordinates(String name) throws IOException {
    return Files.readAllLines(path.resolve("libraries.txt")).stream()
        .map(line -> line.split(" +"))
        .filter(words -> words[0].equals(name))
        .map(words -> words[1])
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " is not in libraries.txt"));
  }

  void writeFigures(String markdown) throws IOException {
    var readme = path.resolve("README.md");
    var text = Files.readString(readme);
    Files.writeString(
        readme,
        text.substring(0, text.indexOf(BEGIN))
            + BEGIN
            + markdown
            + text.substring(text.indexOf(END)));
  }

  private Path file(String name) {
    return path.resolve(name + ".json");
  }
}
