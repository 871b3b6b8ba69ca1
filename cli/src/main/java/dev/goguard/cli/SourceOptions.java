package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.source.ClassPath;
import dev.goguard.analysis.source.FoundSources;
import dev.goguard.analysis.source.Jdk;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what the source is. */
final class SourceOptions {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Source folders, .java files or -sources.jar files. Default: this folder.")
  private List<Path> paths = List.of(Path.of("."));

  @Option(
      names = {"-cp", "--class-path"},
      paramLabel = "CP",
      description = "What the source compiles against, as the java command takes it.")
  private String classPath = "";

  @Option(
      names = "--release",
      paramLabel = "N",
      description = "Java release of the source. Default: the newest that the JDK knows.")
  private Integer release;

  @Option(
      names = "--jdk",
      paramLabel = "HOME",
      description = "The JDK whose API the source uses. Default: the one that runs goguard.")
  private Path jdkHome;

  @Option(
      names = "--encoding",
      paramLabel = "CHARSET",
      converter = CharsetConverter.class,
      description = "Encoding of the source. Default: UTF-8.")
  private Charset encoding = StandardCharsets.UTF_8;

  @Option(names = "--include-generated", description = "Check generated source too.")
  private boolean includeGenerated;

  List<Path> paths() {
    if (paths.contains(Path.of(""))) {
      throw new InputException("a path is empty; name a folder, or . for this one");
    }
    return paths;
  }

  boolean includeGenerated() {
    return includeGenerated;
  }

  SourceSet sourceSet(FoundSources found) {
    Jdk jdk = jdkHome == null ? Jdk.running() : Jdk.at(jdkHome);
    int chosen = release == null ? jdk.highestRelease() : release;
    jdk.requireRelease(chosen);
    return new SourceSet(found.files(), ClassPath.parse(classPath), chosen, jdk.home(), encoding);
  }
}
