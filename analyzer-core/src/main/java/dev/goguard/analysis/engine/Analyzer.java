package dev.goguard.analysis.engine;

import dev.goguard.analysis.Analyses;
import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.FrontEnd;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.suppress.Fingerprints;
import dev.goguard.analysis.suppress.Suppressions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One whole run: sources in, result out. */
public final class Analyzer {
  private final FrontEnd frontEnd;
  private final Set<String> knownRules;

  /**
   * @param knownRules the names of all rules there are: a suppression of any other name is reported
   */
  public Analyzer(FrontEnd frontEnd, Set<String> knownRules) {
    this.frontEnd = frontEnd;
    this.knownRules = Set.copyOf(knownRules);
  }

  /**
   * Analyses the sources. What breaks is in the notifications of the result.
   *
   * @param rules those that look
   * @param modelFiles the user's API models, added to GoGuard's own
   * @throws dev.goguard.analysis.InputException when one of them cannot be used
   */
  public AnalysisResult analyze(SourceSet sources, List<Rule> rules, List<Path> modelFiles) {
    ApiModels models = ApiModels.with(modelFiles);
    return DeepStack.call(() -> analyze(sources, rules, models));
  }

  private AnalysisResult analyze(SourceSet sources, List<Rule> rules, ApiModels models) {
    FrontEnd.Lowered lowered = frontEnd.lower(sources);
    var program = new Program(lowered.files(), lowered.library());
    RuleRunner.Outcome outcome = new RuleRunner(rules).run(new Analyses(program, models));
    return suppressed(lowered, outcome, names(rules));
  }

  private AnalysisResult suppressed(
      FrontEnd.Lowered lowered, RuleRunner.Outcome outcome, Set<String> ran) {
    Suppressions.Applied applied = Suppressions.of(lowered.files())
        .apply(Fingerprints.assign(outcome.findings()), ran, knownRules);
    List<Notification> notifications = new ArrayList<>(lowered.notifications());
    notifications.addAll(outcome.notifications());
    notifications.addAll(applied.notifications());
    return new AnalysisResult(
        applied.kept(), applied.suppressed(), notifications, lowered.statistics());
  }

  private static Set<String> names(List<Rule> rules) {
    return rules.stream().map(r -> r.info().name()).collect(Collectors.toSet());
  }
}
