package corpus.libraries;

import java.io.IOException;
import java.nio.file.Path;

/** What {@code test-corpus/race-libraries/run} calls once a library's tests have run twice. */
public final class Main {
  private Main() {}

  /**
   * {@code NAME RESULTS LABELS}: exits with 1 when a test ended otherwise with the detector, or a
   * race has no label.
   */
  public static void main(String[] args) throws IOException {
    LibraryRun run = LibraryRun.read(Path.of(args[1]), Path.of(args[2]));
    run.print(args[0], System.out);
    System.exit(run.isRight() ? 0 : 1);
  }
}
