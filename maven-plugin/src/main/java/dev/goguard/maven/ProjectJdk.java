package dev.goguard.maven;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.source.InstalledJdks;
import dev.goguard.analysis.source.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** The JDK whose API a project uses, which need not be the one that runs Maven. */
final class ProjectJdk {
  private static final String JDK = "jdk";

  private final MavenProject project;
  private final MavenSession session;
  private final ToolchainManager toolchains;

  ProjectJdk(MavenProject project, MavenSession session, ToolchainManager toolchains) {
    this.project = project;
    this.session = session;
    this.toolchains = toolchains;
  }

  /**
   * The toolchain of this build, else a configured one that fits, else an installed JDK that does.
   */
  Jdk jdk() {
    return selected()
        .or(() -> new ProjectRelease(project).release().map(this::fitting))
        .orElseGet(Jdk::running);
  }

  private Optional<Jdk> selected() {
    return Optional.ofNullable(toolchains.getToolchainFromBuildContext(JDK, session))
        .flatMap(ProjectJdk::jdkOf);
  }

  private Jdk fitting(int release) {
    List<Toolchain> configured =
        toolchains.getToolchains(session, JDK, Map.of("version", "[" + release + ",)"));
    return configured.stream()
        .map(ProjectJdk::jdkOf)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> installed(release))
        .orElseThrow(() -> missing(release));
  }

  private static Optional<Jdk> installed(int release) {
    return new InstalledJdks(System.getenv(), Path.of(System.getProperty("user.home")))
        .forRelease(release);
  }

  private static InputException missing(int release) {
    return new InputException("the project is for release "
        + release
        + " and no JDK of that version or newer is found; run Maven on one, or select one with"
        + " maven-toolchains-plugin");
  }

  private static Optional<Jdk> jdkOf(Toolchain toolchain) {
    return Optional.ofNullable(toolchain.findTool("java"))
        .map(java -> Path.of(java).getParent().getParent())
        .flatMap(Jdk::find);
  }
}
