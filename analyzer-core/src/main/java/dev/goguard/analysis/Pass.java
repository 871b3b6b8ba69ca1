package dev.goguard.analysis;

import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.group.Countdown;
import dev.goguard.analysis.group.GroupWaiters;
import dev.goguard.analysis.group.Groups;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.lock.KeptLock;
import dev.goguard.analysis.lock.LockFlow;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import dev.goguard.analysis.sharing.Captures;
import dev.goguard.analysis.sharing.Conflicts;
import dev.goguard.analysis.sharing.LoopCapture;
import dev.goguard.analysis.sharing.LoopCaptures;
import dev.goguard.analysis.sharing.OverridableCalls;
import dev.goguard.analysis.sharing.SharedTypes;
import dev.goguard.analysis.sharing.Sharing;
import dev.goguard.analysis.sharing.UnsetFields;
import dev.goguard.analysis.summary.Summaries;
import dev.goguard.analysis.thread.Admission;
import dev.goguard.analysis.thread.Handlers;
import dev.goguard.analysis.thread.Ordering;
import dev.goguard.analysis.thread.Repetitions;
import dev.goguard.analysis.thread.Spawns;
import dev.goguard.analysis.thread.ThreadStarts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that one rule sees of one run: the program and the shared analyses, and the only way to
 * report.
 *
 * <p>Rules share what {@link Analyses} keeps; a list that a method here finds is found anew each
 * time.
 */
public final class Pass {
  private final RuleInfo rule;
  private final Analyses analyses;
  private final List<Finding> findings = new ArrayList<>();

  public Pass(RuleInfo rule, Analyses analyses) {
    this.rule = rule;
    this.analyses = analyses;
  }

  public Program program() {
    return analyses.program();
  }

  public ApiModels models() {
    return analyses.models();
  }

  public Values values() {
    return analyses.values();
  }

  public CallGraph calls() {
    return analyses.calls();
  }

  public Reach reach() {
    return analyses.reach();
  }

  public Summaries summaries() {
    return analyses.summaries();
  }

  public Spawns spawns() {
    return analyses.spawns();
  }

  public Ordering ordering() {
    return analyses.ordering();
  }

  /** The conflicts between the tasks that a body starts, and with itself. */
  public Conflicts conflicts(Cfg cfg) {
    return new Conflicts(
        cfg, values(), spawns(), ordering(), sharing(), sharedTypes(), analyses.heldBefore(cfg));
  }

  /** The variables of loops that the tasks a body starts still read in a later turn. */
  public List<LoopCapture> loopCaptures(Cfg cfg) {
    return new LoopCaptures(
            cfg, values(), spawns(), ordering(), sharing(), sharedTypes(), analyses.heldBefore(cfg))
        .find();
  }

  public SharedTypes sharedTypes() {
    return analyses.sharedTypes();
  }

  public Sharing sharing() {
    return analyses.sharing();
  }

  public Captures captures() {
    return analyses.captures();
  }

  public Admission admission() {
    return analyses.admission();
  }

  public ThreadStarts threadStarts() {
    return analyses.threadStarts();
  }

  public Repetitions repetitions() {
    return analyses.repetitions();
  }

  public Handlers handlers() {
    return analyses.handlers();
  }

  /** The methods that tasks of an object run and that a subclass may replace. */
  public OverridableCalls overridableCalls() {
    return new OverridableCalls(program(), calls());
  }

  public UnsetFields unsetFields() {
    return analyses.unsetFields();
  }

  /** The locks that some path out of a body keeps. */
  public List<KeptLock> keptLocks(Cfg cfg) {
    return analyses.keptLocks().in(cfg, lockFlow(cfg.body()));
  }

  public Groups groups() {
    return analyses.groups();
  }

  public GroupWaiters groupWaiters() {
    return analyses.groupWaiters();
  }

  public Countdown countdown(Body body, AccessPath group) {
    return analyses.countdown(body, group);
  }

  public LockFlow lockFlow(Body body) {
    return analyses.lockFlow(body);
  }

  /** The control-flow graph of a body; empty when it has none worth building. */
  public Optional<Cfg> cfg(Body body) {
    return body.method().body() == null ? Optional.empty() : analyses.cfg(body);
  }

  /** The bodies in which an event of this kind stands, or that call something in which it does. */
  public List<Body> bodiesThatCan(EventKind kind) {
    return program().bodies().stream().filter(b -> reach().can(b, kind)).toList();
  }

  /**
   * The bodies in which a task is started, and those around them: they may run the code of a lambda
   * at once.
   */
  public List<Body> spawners() {
    Set<Body> found = new LinkedHashSet<>();
    for (Body body : bodiesWith(EventKind.SPAWN)) {
      for (Body b = body; b != null; b = b.enclosing()) {
        found.add(b);
      }
    }
    return List.copyOf(found);
  }

  /** The bodies in which an event of this kind stands. */
  public List<Body> bodiesWith(EventKind kind) {
    return program().bodies().stream().filter(b -> reach().has(b, kind)).toList();
  }

  public Location location(Body body, SourceRange range) {
    return new Location(body.file().path(), range);
  }

  /** One step of a flow: a place, and what happens there. */
  public FlowStep step(Body body, SourceRange range, String what) {
    return new FlowStep(location(body, range), what);
  }

  /** Begins a finding at a place in a body; nothing is reported before {@link Report#submit}. */
  public Report report(Body body, SourceRange range, String message) {
    return new Report(body, range, message);
  }

  /** What has been reported so far. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** A finding in the making. */
  public final class Report {
    private final Body body;
    private final SourceRange range;
    private final String message;
    private final List<FlowStep> related = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private Severity severity = rule.severity();

    private Report(Body body, SourceRange range, String message) {
      this.body = body;
      this.range = range;
      this.message = message;
    }

    public Report severity(Severity newSeverity) {
      severity = newSeverity;
      return this;
    }

    /** A second place, and what it has to do with the finding. */
    public Report related(Body in, SourceRange at, String what) {
      related.add(step(in, at, what));
      return this;
    }

    /** What one thread does. */
    public Report flow(String thread, List<FlowStep> steps) {
      flows.add(new Flow(thread, steps));
      return this;
    }

    public void submit() {
      findings.add(new Finding(
          rule.name(),
          severity,
          message,
          location(body, range),
          body.element(),
          related,
          flows,
          ""));
    }
  }
}
