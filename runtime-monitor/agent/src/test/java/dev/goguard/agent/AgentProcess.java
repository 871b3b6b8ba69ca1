package dev.goguard.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with the packaged agent: what it printed and how it ended. */
public record AgentProcess(int exit, String out, String err) {
  /** Runs a main class of the test class path. */
  public static AgentProcess run(String options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return run(List.of(), options, main, arguments);
  }

  /** Runs a main class of another class path. */
  public static AgentProcess runOn(
      String classPath, String options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return run(List.of(), List.of(), classPath, options, main, arguments);
  }

  static AgentProcess run(
      List<String> jvmOptions, String options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    return run(List.of(), jvmOptions, classPath, options, main, arguments);
  }

  /** With JVM options before that of the agent, and after: so agents have their order. */
  static AgentProcess runBeside(
      List<String> before, List<String> after, String options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    return run(before, after, classPath, options, main, arguments);
  }

  private static AgentProcess run(
      List<String> before,
      List<String> after,
      String classPath,
      String options,
      Class<?> main,
      String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(before);
    command.add("-javaagent:" + Path.of("target", "goguard-agent.jar") + '=' + options);
    command.addAll(after);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static AgentProcess run(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      Process process = new ProcessBuilder(command)
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
      int exit = process.waitFor();
      return new AgentProcess(exit, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** How many races were told. */
  int races() {
    return err.split("WARNING: DATA RACE", -1).length - 1;
  }
}
