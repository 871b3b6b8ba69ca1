package dev.goguard.analysis;

import dev.goguard.analysis.engine.Analyses;
import dev.goguard.analysis.engine.Engine;
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
  private final List<Rule> rules;
  private final Set<String> catalogue;
  private final ApiModels models;

  /**
   * @param modelFiles the user's API models, added to GoGuard's own
   * @throws InputException when one of them cannot be used
   */
  public Analyzer(FrontEnd frontEnd, List<Rule> rules, List<Path> modelFiles) {
    this(frontEnd, rules, rules, modelFiles);
  }

  /**
   * @param rules those that look
   * @param catalogue all there are; a suppression may name any of them
   * @param modelFiles the user's API models, added to GoGuard's own
   * @throws InputException when one of them cannot be used
   */
  public Analyzer(
      FrontEnd frontEnd, List<Rule> rules, List<Rule> catalogue, List<Path> modelFiles) {
    this.frontEnd = frontEnd;
    this.rules = List.copyOf(rules);
    this.catalogue = names(catalogue);
    this.models = ApiModels.with(modelFiles);
  }

  /** Analyses the sources. What breaks is in the notifications of the result. */
  public AnalysisResult analyze(SourceSet sources) {
    FrontEnd.Lowered lowered = frontEnd.lower(sources);
    var program = new Program(lowered.files(), lowered.library());
    Engine.Outcome outcome = new Engine(rules).run(new Analyses(program, models));
    Suppressions.Applied applied = Suppressions.of(lowered.files())
        .apply(Fingerprints.assign(outcome.findings()), names(rules), catalogue);
    List<Notification> notifications = new ArrayList<>(lowered.notifications());
    notifications.addAll(outcome.notifications());
    notifications.addAll(applied.notifications());
    return new AnalysisResult(
        applied.kept(), applied.suppressed(), notifications, lowered.statistics());
  }

  private static Set<String> names(List<Rule> rules) {
    return rules.stream().map(rule -> rule.info().name()).collect(Collectors.toSet());
  }
}
