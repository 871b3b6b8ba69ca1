package dev.goguard.analysis;

import dev.goguard.analysis.engine.Analyses;
import dev.goguard.analysis.engine.Engine;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.program.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One whole run: sources in, result out. */
public final class Analyzer {
  private final FrontEnd frontEnd;
  private final List<Rule> rules;
  private final ApiModels models;

  /**
   * @param modelFiles the user's API models, added to GoGuard's own
   * @throws dev.goguard.analysis.model.ModelException when one of them cannot be used
   */
  public Analyzer(FrontEnd frontEnd, List<Rule> rules, List<Path> modelFiles) {
    this.frontEnd = frontEnd;
    this.rules = List.copyOf(rules);
    this.models = ApiModels.with(modelFiles);
  }

  /** Analyses the sources. What breaks is in the notifications of the result. */
  public AnalysisResult analyze(SourceSet sources) {
    FrontEnd.Lowered lowered = frontEnd.lower(sources);
    var program = new Program(lowered.files(), lowered.library());
    Engine.Outcome outcome = new Engine(rules).run(new Analyses(program, models));
    List<Notification> notifications = new ArrayList<>(lowered.notifications());
    notifications.addAll(outcome.notifications());
    return new AnalysisResult(outcome.findings(), List.of(), notifications, lowered.statistics());
  }
}
