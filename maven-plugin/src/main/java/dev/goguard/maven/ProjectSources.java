package dev.goguard.maven;

import dev.goguard.analysis.source.FoundSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/** The source of a project and what it compiles against. */
final class ProjectSources {
  private final MavenProject project;
  private final boolean tests;

  /** Prefers what a forked lifecycle knows, such as the roots of generated source. */
  ProjectSources(MavenProject project, boolean tests) {
    this.project = project.getExecutionProject() == null ? project : project.getExecutionProject();
    this.tests = tests;
  }

  List<Path> roots() {
    List<String> roots = new ArrayList<>(project.getCompileSourceRoots());
    if (tests) {
      roots.addAll(project.getTestCompileSourceRoots());
    }
    return roots.stream().map(Path::of).filter(Files::isDirectory).toList();
  }

  List<Path> classPath() {
    try {
      List<String> elements =
          tests ? project.getTestClasspathElements() : project.getCompileClasspathElements();
      return elements.stream().map(Path::of).filter(Files::exists).toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new IllegalStateException("the goal asks Maven for resolved dependencies", e);
    }
  }

  FoundSources filter(FoundSources found, PathPatterns patterns) {
    return new FoundSources(
        found.files().stream()
            .filter(unit -> patterns.matches(inRoot(unit.path())))
            .toList(),
        found.generated());
  }

  private Path inRoot(Path file) {
    return roots().stream()
        .filter(file::startsWith)
        .findFirst()
        .map(root -> root.relativize(file))
        .orElse(file);
  }
}
