package dev.goguard.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @TempDir
  Path root;

  @Test
  void write_missingFolders_areMade() throws IOException {
    Path file = root.resolve("a/b/report.txt");
    new ReportFile(file).write((outcome, out) -> out.append("whole"), Outcomes.nothing(root));
    assertThat(file).hasContent("whole");
  }

  @Test
  void write_failureHalfway_keepsTheOldFile() throws IOException {
    Path folder = Files.createDirectories(root.resolve("reports"));
    Path file = Files.writeString(folder.resolve("report.txt"), "old");
    ReportFormat failing = (outcome, out) -> {
      out.append("half");
      throw new IOException("disk full");
    };
    Outcome outcome = Outcomes.nothing(root);
    assertThatThrownBy(() -> new ReportFile(file).write(failing, outcome))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot write " + file + ": disk full");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void write_folderInPlaceOfTheFile_isNamed() throws IOException {
    Outcome outcome = Outcomes.nothing(root);
    assertThatThrownBy(() -> new ReportFile(root).write(new JsonReport(), outcome))
        .hasMessage("cannot write " + root + ": it is a folder");
  }

  @Test
  void write_fileInPlaceOfAFolder_isNamed() throws IOException {
    Path file = Files.createFile(root.resolve("file")).resolve("report.txt");
    Outcome outcome = Outcomes.nothing(root);
    assertThatThrownBy(() -> new ReportFile(file).write(new JsonReport(), outcome))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot write " + file + ": " + file.getParent() + " is not a folder");
  }

  @Test
  void prepare_unwritable_complainsAndLeavesNothing() {
    assertThatThrownBy(() -> new ReportFile(root).prepare()).hasMessageContaining("is a folder");
    new ReportFile(root.resolve("sub/report.txt")).prepare();
    assertThat(root.resolve("sub")).isEmptyDirectory();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void write_link_replacesWhatItNames() throws IOException {
    Path real = Files.createFile(root.resolve("real.txt"));
    Path link = Files.createSymbolicLink(root.resolve("link.txt"), real);
    new ReportFile(link).write((outcome, out) -> out.append("whole"), Outcomes.nothing(root));
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("whole");
  }
}
