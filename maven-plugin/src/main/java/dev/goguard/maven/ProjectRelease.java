package dev.goguard.maven;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The Java release that a project compiles for, as its compiler plugin understands it. */
final class ProjectRelease {
  private final MavenProject project;

  ProjectRelease(MavenProject project) {
    this.project = project;
  }

  /** The release, unless the project leaves it to the compiler. */
  Optional<Integer> release() {
    return Stream.of("release", "source")
        .flatMap(name -> Stream.of(configured(name), property("maven.compiler." + name)))
        .filter(Objects::nonNull)
        .map(ProjectRelease::feature)
        .findFirst();
  }

  private @Nullable String configured(String name) {
    Xpp3Dom configuration = project.getGoalConfiguration(
        "org.apache.maven.plugins", "maven-compiler-plugin", null, null);
    Xpp3Dom value = configuration == null ? null : configuration.getChild(name);
    return value == null ? null : number(value.getValue());
  }

  private @Nullable String property(String name) {
    return number(project.getProperties().getProperty(name));
  }

  private static @Nullable String number(@Nullable String text) {
    return text != null && text.strip().matches("(1\\.)?\\d+") ? text.strip() : null;
  }

  private static int feature(String number) {
    return Integer.parseInt(number.replaceFirst("^1\\.", ""));
  }
}
