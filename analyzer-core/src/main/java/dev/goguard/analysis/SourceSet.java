package dev.goguard.analysis;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * What to analyse.
 *
 * @param files Java files, in a stable order
 * @param classPath jars and class folders the source compiles against
 * @param release language level and API, e.g. 21
 * @param jdkHome the JDK whose API the source uses
 * @param encoding of the files
 */
public record SourceSet(
    List<SourceUnit> files, List<Path> classPath, int release, Path jdkHome, Charset encoding) {

  /**
   * One source file.
   *
   * @param path where to read it
   * @param shownAs how the user sees it, with {@code /}; inside an archive
   *     {@code lib-sources.jar!/a/B.java}
   */
  public record SourceUnit(Path path, String shownAs) {}
}
