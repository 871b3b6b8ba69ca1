package dev.goguard.analysis.check;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.SourceSet;
import java.nio.file.Path;
import java.util.List;

/** Runs rules over sources. */
@FunctionalInterface
public interface Analysis {
  /**
   * Analyses {@code sources}.
   *
   * @param rules those that look
   * @param models the user's own API models
   */
  AnalysisResult analyze(SourceSet sources, List<Rule> rules, List<Path> models);
}
