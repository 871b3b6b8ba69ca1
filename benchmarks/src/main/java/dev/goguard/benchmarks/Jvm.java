package dev.goguard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one contestant as a whole process, on the JDK of this one. */
final class Jvm {
  /** The same for everyone: a fixed ceiling, and the collector that serves batch programs best. */
  static final List<String> FLAGS = List.of("-Xms512m", "-Xmx4g", "-XX:+UseParallelGC");

  private static final Path TIME = Path.of("/usr/bin/time");
  private final Path folder;

  /** A runner that keeps logs and measurements in {@code folder}. */
  Jvm(Path folder) {
    this.folder = folder;
  }

  Measurement run(Contestant contestant) throws IOException, InterruptedException {
    var output =
        contestant.arguments().resolveSibling(contestant.arguments().getFileName() + ".log");
    var builder = new ProcessBuilder(command(contestant))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    long start = System.nanoTime();
    int exit = builder.start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!contestant.successes().contains(exit)) {
      throw new IOException(
          contestant.title() + " failed with exit code " + exit + ", see " + output);
    }
    return new Measurement(seconds, GcLog.read(gcLog()), residentMegabytes());
  }

  private List<String> command(Contestant contestant) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(TIME)) {
      command.addAll(List.of(TIME.toString(), "-f", "%M", "-o", timeLog().toString()));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-Xlog:gc,gc+heap+exit:file=" + gcLog());
    command.add("@" + contestant.arguments());
    return command;
  }

  /** Peak resident memory as GNU time tells it, or -1 without it. */
  private long residentMegabytes() throws IOException {
    if (!Files.exists(timeLog())) {
      return -1;
    }
    var lines = Files.readAllLines(timeLog());
    return Long.parseLong(lines.get(lines.size() - 1).strip()) / 1024;
  }

  private Path gcLog() {
    return folder.resolve("gc.log");
  }

  private Path timeLog() {
    return folder.resolve("time.log");
  }
}
