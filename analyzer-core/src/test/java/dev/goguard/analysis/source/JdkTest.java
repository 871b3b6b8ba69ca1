package dev.goguard.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
  @TempDir
  Path root;

  @Test
  void at_runningJdk_knowsItsVersion() {
    assertThat(Jdk.at(Jdk.running().home())).isEqualTo(Jdk.running());
  }

  @Test
  void at_otherFolder_saysWhatIsExpected() {
    assertThatThrownBy(() -> Jdk.at(root))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(root + " is not a JDK");
  }

  @Test
  void requireRelease_newerThanTheJdk_namesTheOption() throws IOException {
    Jdk jdk = Jdk.at(jdk("old", "17.0.9"));
    assertThatThrownBy(() -> jdk.requireRelease(21)).hasMessageContaining("--jdk");
    jdk.requireRelease(17);
  }

  @Test
  void requireRelease_unknown_namesTheRange() {
    assertThatThrownBy(() -> Jdk.running().requireRelease(7)).hasMessageContaining("8 to 25");
  }

  @Test
  void highestRelease_newerJdk_isWhatTheFrontEndReads() throws IOException {
    assertThat(Jdk.at(jdk("next", "26")).highestRelease()).isEqualTo(25);
  }

  @Test
  void forRelease_newerThanTheRunning_findsTheOldestThatKnowsIt() throws IOException {
    jdk(".jdks/a", "9998");
    jdk(".jdks/b", "9997.0.1");
    assertThat(new InstalledJdks(Map.of(), root).forRelease(9997))
        .contains(new Jdk(root.resolve(".jdks/b"), 9997));
  }

  @Test
  void forRelease_environment_isAPlaceToLook() throws IOException {
    String home = jdk("here", "9999").toString();
    assertThat(new InstalledJdks(Map.of("JAVA_HOME_9999_X64", home), root).forRelease(9999))
        .isPresent();
    assertThat(new InstalledJdks(Map.of(), root).forRelease(9999)).isEmpty();
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(root.resolve(name));
    Files.createDirectories(home.resolve("lib"));
    Files.createFile(home.resolve("lib/modules"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
