package dev.goguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class ProjectReleaseTest {
  private final MavenProject project = new MavenProject(new Model());

  @Test
  void release_property_isRead() {
    project.getProperties().setProperty("maven.compiler.source", "1.8");
    assertThat(new ProjectRelease(project).release()).contains(8);
    project.getProperties().setProperty("maven.compiler.release", "21");
    assertThat(new ProjectRelease(project).release()).contains(21);
  }

  @Test
  void release_compilerConfiguration_goesBeforeTheProperty() {
    project.getProperties().setProperty("maven.compiler.release", "21");
    configure("release", "17");
    assertThat(new ProjectRelease(project).release()).contains(17);
  }

  @Test
  void release_unset_isEmpty() {
    configure("source", "${java.version}");
    assertThat(new ProjectRelease(project).release()).isEmpty();
  }

  private void configure(String name, String value) {
    Xpp3Dom element = new Xpp3Dom(name);
    element.setValue(value);
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    configuration.addChild(element);
    Plugin compiler = new Plugin();
    compiler.setGroupId("org.apache.maven.plugins");
    compiler.setArtifactId("maven-compiler-plugin");
    compiler.setConfiguration(configuration);
    Build build = new Build();
    build.addPlugin(compiler);
    project.getModel().setBuild(build);
  }
}
