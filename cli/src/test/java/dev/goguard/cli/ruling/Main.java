package dev.goguard.cli.ruling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What {@code test-corpus/ruling/run} calls once the libraries have been checked. */
public final class Main {
  private final Folder folder;

  private Main(Folder folder) {
    this.folder = folder;
  }

  /**
   * {@code table FOLDER} or {@code compare|update FOLDER RESULTS NAME…}; exits with 1 when a
   * finding is new or gone.
   */
  public static void main(String[] args) throws IOException {
    var main = new Main(new Folder(Path.of(args[1])));
    boolean differs = false;
    if (!args[0].equals("table")) {
      var names = Arrays.asList(args).subList(3, args.length);
      differs = main.compareAll(names, Path.of(args[2]), args[0].equals("update"));
    }
    main.figures(!args[0].equals("compare"));
    System.exit(differs ? 1 : 0);
  }

  private boolean compareAll(List<String> names, Path results, boolean update) throws IOException {
    boolean differs = false;
    for (var name : names) {
      var report = Report.read(results.resolve(name).resolve("report.json"));
      var found = report.ruling(folder.coordinates(name));
      differs |= compare(name, found);
      print("trouble", report.troubles());
      if (update) {
        folder.keep(name, found.labelledLike(folder.ruling(name)));
      }
    }
    return differs && !update;
  }

  private boolean compare(String name, Ruling found) throws IOException {
    var comparison = Comparison.of(folder.ruling(name).findings(), found.findings());
    System.out.printf(
        "%s: %d files, %d failed, %.1f %% of calls unresolved, %d findings%n",
        name,
        found.files(),
        found.failed(),
        found.unresolvedPercent(),
        found.findings().size());
    print("new", comparison.added());
    print("gone", comparison.gone());
    print("retold", comparison.retold());
    return comparison.differs();
  }

  private static void print(String kind, List<?> entries) {
    entries.forEach(entry -> System.out.println("  " + kind + ": " + entry));
  }

  private void figures(boolean keep) throws IOException {
    var rulings = folder.rulings();
    var markdown = new Precision(rulings).markdown();
    System.out.println("\n" + markdown);
    if (keep) {
      folder.writeFigures(markdown);
      for (var ruling : rulings.entrySet()) {
        folder.keep(ruling.getKey(), ruling.getValue());
      }
    }
  }
}
