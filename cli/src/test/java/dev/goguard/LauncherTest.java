package dev.goguard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the {@code goguard} script in a copied tree, where the JDK and Maven are small scripts: this
 * JDK prints its folder and arguments, this Maven counts its builds.
 */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private static final Path SCRIPT = Path.of(System.getProperty("user.dir")).resolve("../goguard");
  private static final List<String> POSIX_TOOLS =
      List.of("dirname", "basename", "readlink", "sed", "find", "head", "ln", "rm", "mkdir");
  private static final String MAVEN = """
      #!/bin/sh
      echo built >>"$BUILDS"
      sleep "${BUILD_SECONDS:-0}"
      [ -z "${BUILD_FAILS:-}" ] || { echo 'no symbol Foo'; exit 1; }
      echo jar >"$TREE/cli/target/goguard.jar"
      """;

  @TempDir
  Path temp;

  private Path tree;
  private Path builds;

  @BeforeEach
  void copyTree() throws IOException {
    tree = Files.createDirectory(temp.resolve("a tree"));
    builds = temp.resolve("builds");
    Files.copy(SCRIPT, tree.resolve("goguard"));
    for (String module : List.of("analyzer-core", "rules", "cli")) {
      Files.createDirectories(tree.resolve(module).resolve("src/main"));
      Files.createFile(tree.resolve(module).resolve("pom.xml"));
    }
    Files.createFile(tree.resolve("pom.xml"));
    script(temp.resolve("bin/mvn"), MAVEN);
    jdk("jdk-98", "98.0.2");
    jdk("jdk-99", "99-ea");
  }

  @Test
  void launch_onFreshTree_buildsOnceAndPassesArguments() throws Exception {
    Result first = launch("check", "a b", "*");
    Result second = launch("rules");

    assertThat(first.exit).isZero();
    assertThat(first.out)
        .contains("-Dgoguard.home=" + tree.toRealPath())
        .endsWith("|check|a b|*|\n");
    assertThat(first.err).hasLineCount(1).contains("building the command line with JDK 98");
    assertThat(second.err).isEmpty();
    assertThat(builds).hasContent("built");
  }

  @Test
  void launch_whenSourceIsNewer_buildsAgain() throws Exception {
    launch();
    Path source = Files.createFile(tree.resolve("rules/src/main/New.java"));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    launch();

    assertThat(Files.readAllLines(builds)).hasSize(2);
  }

  @Test
  void launch_throughLinkFromElsewhere_keepsTheWorkingDirectory() throws Exception {
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("gg"), Path.of("../a tree/goguard"));
    Result result = run(start(link, elsewhere, Map.of()));

    assertThat(result.out).contains("cwd=" + elsewhere.toRealPath() + "|");
  }

  @Test
  void launch_withJdkNamed_prefersItToANewerOne() throws Exception {
    Map<String, String> env =
        Map.of("GOGUARD_JAVA_HOME", jdkHome("jdk-98"), "JAVA_HOME", jdkHome("jdk-99"));
    Result result = run(start(tree.resolve("goguard"), temp, env));

    assertThat(result.out).contains("jdk=jdk-98|");
  }

  @Test
  void launch_withSeveralJdks_takesTheNewest() throws Exception {
    Map<String, String> env =
        Map.of("GOGUARD_JAVA_HOME", "", "JAVA_HOME", jdkHome("jdk-98"), "HOME", temp.toString());
    Files.createDirectories(temp.resolve(".sdkman/candidates"));
    Files.createSymbolicLink(temp.resolve(".sdkman/candidates/java"), temp.resolve("jdks"));
    Result result = run(start(tree.resolve("goguard"), temp, env));

    assertThat(result.out).contains("jdk=jdk-99|");
  }

  @Test
  void launch_whenNamedJdkIsNone_exitsWithUsageError() throws Exception {
    Result result =
        run(start(tree.resolve("goguard"), temp, Map.of("GOGUARD_JAVA_HOME", temp.toString())));

    assertThat(result.exit).isEqualTo(2);
    assertThat(result.err).contains("is not a JDK");
  }

  @Test
  void launch_withoutMaven_exitsWithUsageError() throws Exception {
    Files.delete(temp.resolve("bin/mvn"));
    Result result = run(start(tree.resolve("goguard"), temp, Map.of("PATH", onlyPosixTools())));

    assertThat(result.exit).isEqualTo(2);
    assertThat(result.err).contains("needs Maven (mvn)");
  }

  @Test
  void launch_whenBuildFails_showsItsOutputAndLeavesNoJar() throws Exception {
    Result result = run(start(tree.resolve("goguard"), temp, Map.of("BUILD_FAILS", "yes")));

    assertThat(result.exit).isEqualTo(2);
    assertThat(result.err).contains("no symbol Foo", "the build failed");
    assertThat(tree.resolve("cli/target/goguard.jar")).doesNotExist();
    assertThat(tree.resolve("cli/target/goguard.lock")).doesNotExist();
  }

  @Test
  void launch_twiceAtOnce_buildsOnce() throws Exception {
    Map<String, String> slow = Map.of("BUILD_SECONDS", "1");
    Process one = start(tree.resolve("goguard"), temp, slow);
    Process two = start(tree.resolve("goguard"), temp, slow);

    assertThat(run(one).exit).isZero();
    assertThat(run(two).exit).isZero();
    assertThat(builds).hasContent("built");
  }

  @Test
  void launch_whenABuilderDied_buildsAgain() throws Exception {
    launch();
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(
        tree.resolve("cli/target/goguard.lock"), Path.of(Long.toString(dead.pid())));
    Result result = launch();

    assertThat(result.exit).isZero();
    assertThat(Files.readAllLines(builds)).hasSize(2);
  }

  @Test
  void launch_stoppedWhileBuilding_leavesNoJarAndNoLock() throws Exception {
    Process process = start(tree.resolve("goguard"), temp, Map.of("BUILD_SECONDS", "1"));
    while (Files.notExists(builds)) {
      Thread.onSpinWait();
    }
    process.destroy();

    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(tree.resolve("cli/target/goguard.jar")).doesNotExist();
    assertThat(tree.resolve("cli/target/goguard.lock")).doesNotExist();
  }

  private record Result(int exit, String out, String err) {}

  private Result launch(String... args) throws Exception {
    return run(start(tree.resolve("goguard"), temp, Map.of(), args));
  }

  private Process start(Path script, Path cwd, Map<String, String> env, String... args)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(args));
    builder.directory(cwd.toFile());
    Map<String, String> all = builder.environment();
    all.keySet().retainAll(List.of("PATH", "HOME"));
    all.put("PATH", temp.resolve("bin") + ":" + all.get("PATH"));
    all.put("TREE", tree.toString());
    all.put("BUILDS", builds.toString());
    all.put("GOGUARD_JAVA_HOME", jdkHome("jdk-98"));
    all.putAll(env);
    return builder.start();
  }

  private static Result run(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), out, err);
  }

  private String jdkHome(String name) {
    return temp.resolve("jdks").resolve(name).toString();
  }

  private void jdk(String name, String version) throws IOException {
    Path home = temp.resolve("jdks").resolve(name);
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    script(home.resolve("bin/java"), """
        #!/bin/sh
        printf 'jdk=%s|cwd=%%s|' "$PWD"
        printf '%%s|' "$@"
        echo
        """.formatted(name));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  /** A path with the tools the script needs and nothing else, so no Maven of this machine. */
  private String onlyPosixTools() throws IOException {
    for (String tool : POSIX_TOOLS) {
      script(
          temp.resolve("posix").resolve(tool),
          "#!/bin/sh\nPATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(tool));
    }
    return temp.resolve("posix").toString();
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
