package dev.goguard.analysis.check;

import dev.goguard.analysis.Rule;
import dev.goguard.analysis.SourceSet;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to check and how to judge it.
 *
 * @param generated how many generated files were left out of the sources
 * @param rules those that look
 * @param models the user's own API models
 * @param category what sets this check apart from others of the same project, such as a module
 * @param root the folder that shown paths are relative to
 * @param baseline the SARIF file of known findings, null for none
 * @param updateBaseline whether to write that file instead of reading it
 */
public record CheckRequest(
    SourceSet sources,
    int generated,
    List<Rule> rules,
    List<Path> models,
    String category,
    Path root,
    @Nullable Path baseline,
    boolean updateBaseline) {

  public CheckRequest {
    rules = List.copyOf(rules);
    models = List.copyOf(models);
  }
}
