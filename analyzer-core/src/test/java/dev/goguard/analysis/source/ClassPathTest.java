package dev.goguard.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.InputException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPathTest {
  @TempDir
  Path root;

  @Test
  void parse_wildcard_namesEveryJarOfTheFolder() throws IOException {
    jar("b.jar");
    jar("a.jar");
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

  @ParameterizedTest
  @ValueSource(strings = {"", "not a zip file"})
  void parse_fileThatIsNoJar_namesIt(String content) throws IOException {
    Path broken = Files.writeString(root.resolve("broken.jar"), content);
    assertThatThrownBy(() -> ClassPath.parse(root + File.pathSeparator + broken))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("class path entry " + broken + " is not a readable jar (")
        .hasMessageEndingWith("); replace it or leave it out");
  }

  @Test
  void parse_empty_hasNoEntries() {
    assertThat(ClassPath.parse("")).isEmpty();
  }

  private void jar(String name) throws IOException {
    try (OutputStream file = Files.newOutputStream(root.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("a/B.class"));
    }
  }
}
