package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.FrontEnd.Lowered;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import spoon.Launcher;

/**
 * Times one cold run over a source folder: {@code model FOLDER} Spoon's own model building,
 * {@code lower FOLDER} the whole front end. Not a test.
 */
public final class FrontEndTiming {
  private static final int RELEASE = 21;

  private FrontEndTiming() {}

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    if (args[0].equals("model")) {
      buildModel(args[1]);
    } else {
      System.out.println(lower(Path.of(args[1])).statistics());
    }
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%s: %d ms, process CPU %d ms%n",
        args[0], (System.nanoTime() - start) / 1_000_000, system.getProcessCpuTime() / 1_000_000);
  }

  private static void buildModel(String folder) {
    Launcher launcher = new Launcher();
    launcher.addInputResource(folder);
    launcher.getEnvironment().setNoClasspath(true);
    launcher.getEnvironment().setComplianceLevel(RELEASE);
    launcher.getEnvironment().setIgnoreDuplicateDeclarations(true);
    launcher.buildModel();
  }

  private static Lowered lower(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<SourceUnit> units = files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(file -> new SourceUnit(file, file.toString()))
          .toList();
      Path jdk = Path.of(System.getProperty("java.home"));
      return new SpoonFrontEnd()
          .lower(new SourceSet(units, List.of(), RELEASE, jdk, StandardCharsets.UTF_8));
    }
  }
}
