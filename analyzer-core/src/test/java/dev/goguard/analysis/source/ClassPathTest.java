package dev.goguard.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  @TempDir
  Path root;

  @Test
  void parse_wildcard_namesEveryJarOfTheFolder() throws IOException {
    Files.createFile(root.resolve("b.jar"));
    Files.createFile(root.resolve("a.jar"));
    Files.createFile(root.resolve("c.txt"));
    String text = root + File.separator + "*" + File.pathSeparator + root;
    assertThat(ClassPath.parse(text))
        .containsExactly(root.resolve("a.jar"), root.resolve("b.jar"), root);
  }

  @Test
  void parse_missingEntries_namesAllOfThem() {
    String text = "no/such.jar" + File.pathSeparator + root + File.pathSeparator + "nor/*";
    assertThatThrownBy(() -> ClassPath.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessage("class path entries do not exist: no/such.jar, nor/*");
  }

  @Test
  void parse_empty_hasNoEntries() {
    assertThat(ClassPath.parse("")).isEmpty();
  }
}
