package dev.goguard.benchmarks;

import spoon.Launcher;

/**
 * Spoon's own model building and nothing else: the yardstick of the static benchmark.
 *
 * <p>{@code SpoonModel SOURCES CLASSPATH comments|no-comments}
 */
public final class SpoonModel {
  private SpoonModel() {}

  public static void main(String[] args) {
    var launcher = new Launcher();
    var environment = launcher.getEnvironment();
    environment.setNoClasspath(true);
    environment.setComplianceLevel(25);
    environment.setSourceClasspath(args[1].split(java.io.File.pathSeparator));
    environment.setCommentEnabled(args[2].equals("comments"));
    environment.setIgnoreDuplicateDeclarations(true);
    launcher.addInputResource(args[0]);
    var model = launcher.buildModel();
    System.out.println(model.getAllTypes().size() + " types");
  }
}
