package dev.goguard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestantTest {
  @TempDir
  Path folder;

  @Test
  void read_plainFile_succeedsWithZeroOnly() throws IOException {
    var contestant = read("# Spoon\n-jar\nspoon.jar\n");
    assertThat(contestant.title()).isEqualTo("Spoon");
    assertThat(contestant.successes()).containsExactly(0);
    assertThat(contestant.missing()).isFalse();
  }

  @Test
  void read_exitComment_namesTheCodesOfSuccess() throws IOException {
    assertThat(read("# GoGuard\n# exit 0 1\n-jar\n").successes()).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void read_noArguments_isMissing() throws IOException {
    assertThat(read("# PMD: not installed\n").missing()).isTrue();
  }

  private Contestant read(String text) throws IOException {
    return Contestant.read(Files.writeString(folder.resolve("x.args"), text));
  }
}
