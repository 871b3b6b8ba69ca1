package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Runs the demo project under the race detector. */
final class DemoRun {
  private static final String MAIN = "shop.payments.Main";

  private final DemoProject project;

  DemoRun(DemoProject project) {
    this.project = project;
  }

  /** The exit code of the program. */
  int run() throws IOException, InterruptedException {
    RunCommand.requireJdk(Runtime.version().feature());
    Path classes = Files.createTempDirectory("goguard-demo-classes");
    try (AgentJar agent = AgentJar.unpack()) {
      compile(classes);
      String path = classes + File.pathSeparator + project.runtime();
      return new ChildJvm(
              List.of("-javaagent:" + agent.path() + "=race,sources=" + project.sources()),
              List.of("-cp", path, MAIN))
          .run();
    } finally {
      delete(classes);
    }
  }

  private void compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new InputException("this Java has no compiler; run goguard with a JDK");
    }
    List<String> arguments = new ArrayList<>(
        List.of("-d", classes.toString(), "-cp", project.runtime().toString(), "-proc:none"));
    try (Stream<Path> files = Files.walk(project.sources())) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    if (compiler.run(null, null, null, arguments.toArray(new String[0])) != 0) {
      throw new InputException("the demo does not compile with Java " + Runtime.version());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
