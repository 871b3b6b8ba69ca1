package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.SourceSet.SourceUnit;

/**
 * The text of one source file.
 *
 * @param unit where it comes from
 * @param text decoded, without byte order mark
 */
record UnitText(SourceUnit unit, String text) {
  String fileName() {
    return unit.path().getFileName().toString();
  }

  boolean isModuleInfo() {
    return fileName().equals("module-info.java");
  }
}
