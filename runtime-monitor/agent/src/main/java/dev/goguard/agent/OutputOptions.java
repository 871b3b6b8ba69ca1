package dev.goguard.agent;

import dev.goguard.agent.findings.RaceFiles;
import dev.goguard.agent.report.Output;
import dev.goguard.agent.report.Reporter;
import dev.goguard.agent.report.Suppressions;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens what the options name, and complains of the option whose file cannot be used. */
final class OutputOptions {
  private OutputOptions() {}

  static Reporter open(AgentOptions options) throws OptionException {
    require("sarif", options.sarif());
    require("html", options.html());
    return new Reporter(options, suppressions(options), output(options));
  }

  /** No method reference: to make one would load the classes that write report files. */
  private static void require(String option, Optional<Path> file) throws OptionException {
    if (file.isPresent()) {
      Optional<String> problem = RaceFiles.problem(file.get());
      if (problem.isPresent()) {
        throw new OptionException(option, problem.get());
      }
    }
  }

  private static Suppressions suppressions(AgentOptions options) throws OptionException {
    if (options.suppressions().isEmpty()) {
      return Suppressions.none();
    }
    Path file = options.suppressions().get();
    try {
      return Suppressions.read(file);
    } catch (IOException e) {
      throw new OptionException("suppressions", reason("read", file, e));
    }
  }

  private static Output output(AgentOptions options) throws OptionException {
    try {
      return Output.to(options.logPath());
    } catch (IOException e) {
      throw new OptionException("log_path", reason("write", options.logPath().orElseThrow(), e));
    }
  }

  private static String reason(String verb, Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no file " + file + " in " + Path.of("").toAbsolutePath();
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to " + verb + " " + file;
    }
    String problem = String.valueOf(e.getMessage());
    return problem.startsWith(file.toString())
        ? problem
        : "cannot " + verb + " " + file + ": " + problem;
  }
}
