package dev.goguard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which program is run, as the java command has them. */
final class ProgramOptions {
  @Option(
      names = {"-cp", "--class-path"},
      paramLabel = "CP",
      description = "Where the program's classes are. Default: this folder.")
  private String classPath;

  @Option(names = "-jar", paramLabel = "J", description = "A jar whose manifest names the main.")
  private Path jar;

  /** The words that follow the JVM's options, once they have been found usable. */
  List<String> target(List<String> words, CommandLine command) {
    if (jar != null) {
      return ofJar(words, command);
    }
    if (words.isEmpty()) {
      throw new ParameterException(command, "name the class with main, or a jar with -jar");
    }
    if (words.get(0).startsWith("-")) {
      throw new ParameterException(command, "Unknown option: '" + words.get(0) + "'");
    }
    String path = classPath == null ? "." : classPath;
    MainClass.require(words.get(0), path);
    return joined(List.of("-cp", path), words);
  }

  private List<String> ofJar(List<String> words, CommandLine command) {
    if (classPath != null) {
      throw new ParameterException(command, "-jar and -cp exclude each other, as for java");
    }
    MainClass.requireIn(jar);
    return joined(List.of("-jar", jar.toString()), words);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
