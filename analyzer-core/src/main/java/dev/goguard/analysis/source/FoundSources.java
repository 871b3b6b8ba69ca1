package dev.goguard.analysis.source;

import dev.goguard.analysis.SourceSet.SourceUnit;
import java.util.List;

/**
 * The Java files under some paths.
 *
 * @param files to analyse, each once, in a stable order
 * @param generated how many generated files were left out
 */
public record FoundSources(List<SourceUnit> files, int generated) {
  public FoundSources {
    files = List.copyOf(files);
  }
}
