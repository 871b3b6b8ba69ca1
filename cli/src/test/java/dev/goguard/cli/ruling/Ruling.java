package dev.goguard.cli.ruling;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One library: how much of it was analysed and every finding with its label.
 *
 * @param library its coordinates
 * @param files source files
 * @param failed files that were not analysed
 * @param unresolvedPercent share of the calls whose target is not on the class path
 * @param findings in the order of the source
 */
public record Ruling(
    String library, int files, int failed, double unresolvedPercent, List<Entry> findings) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
      .withArrayIndenter(new DefaultIndenter("  ", "\n"))
      .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  public Ruling {
    findings = findings.stream().sorted(Entry.ORDER).toList();
  }

  static Ruling read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Ruling.class);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, WRITER.writeValueAsString(this) + "\n");
  }

  /** This with every finding labelled as {@code old} has it. */
  Ruling labelledLike(Ruling old) {
    var comparison = Comparison.of(old.findings, findings);
    return new Ruling(library, files, failed, unresolvedPercent, comparison.labelled());
  }

  long count(Label label) {
    return findings.stream()
        .filter(Entry::counts)
        .filter(it -> it.label() == label)
        .count();
  }
}
