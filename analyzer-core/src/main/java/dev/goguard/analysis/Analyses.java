package dev.goguard.analysis;

import dev.goguard.analysis.call.Bindings;
import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.CallbackInference;
import dev.goguard.analysis.call.Exceptions;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.CfgBuilder;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.group.Countdown;
import dev.goguard.analysis.group.Countdowns;
import dev.goguard.analysis.group.GroupWaiters;
import dev.goguard.analysis.group.Groups;
import dev.goguard.analysis.lock.KeptLocks;
import dev.goguard.analysis.lock.LockFlow;
import dev.goguard.analysis.lock.LockState;
import dev.goguard.analysis.lock.ReleasedElsewhere;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import dev.goguard.analysis.sharing.CapturedObjects;
import dev.goguard.analysis.sharing.Captures;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The analyses that all rules share. What takes time is computed once per run: graphs, summaries,
 * spawns, held locks. The others are views of these, made anew when asked for.
 *
 * <p>For use by one thread.
 */
public final class Analyses {
  private final Program program;
  private final ApiModels models;
  private final Values values;
  private final CallGraph calls;
  private final Exceptions exceptions;
  private final Bindings bindings;
  private final Reach reach;
  private final Summaries summaries;
  private final Spawns spawns;
  private final Captures captures;
  private final UnsetFields unsetFields;
  private final Admission admission;
  private final ThreadStarts threadStarts;
  private @Nullable Handlers handlers;
  private @Nullable KeptLocks keptLocks;
  private @Nullable Groups groups;
  private final Map<Body, Optional<Cfg>> cfgs = new HashMap<>();
  private final Map<Cfg, List<@Nullable LockState>> heldBefore = new HashMap<>();

  public Analyses(Program program, ApiModels models) {
    this.program = program;
    this.models = models;
    values = new Values(program, models);
    calls = new CallGraph(program, values);
    exceptions = new Exceptions(program, values, calls, models);
    new CallbackInference(program, values, models).run();
    bindings = new Bindings(program, values);
    reach = new Reach(program, values, calls, models);
    summaries = new Summaries(program, this::cfg, values, calls, bindings, models, reach);
    spawns = new Spawns(program, values, calls, bindings, models, reach);
    var objects = new CapturedObjects(program, values, calls, bindings, models);
    admission = new Admission(program, calls, summaries, reach);
    threadStarts =
        new ThreadStarts(this::cfg, program, values, calls, models, reach, spawns, admission);
    unsetFields = new UnsetFields(program, calls, summaries);
    captures = new Captures(this::cfg, calls, bindings, reach, spawns, objects);
  }

  public Program program() {
    return program;
  }

  public ApiModels models() {
    return models;
  }

  public Values values() {
    return values;
  }

  public CallGraph calls() {
    return calls;
  }

  public Exceptions exceptions() {
    return exceptions;
  }

  public Bindings bindings() {
    return bindings;
  }

  public Reach reach() {
    return reach;
  }

  public Summaries summaries() {
    return summaries;
  }

  public Spawns spawns() {
    return spawns;
  }

  public Captures captures() {
    return captures;
  }

  public Admission admission() {
    return admission;
  }

  public ThreadStarts threadStarts() {
    return threadStarts;
  }

  public Repetitions repetitions() {
    return new Repetitions(program, values, models);
  }

  public Handlers handlers() {
    if (handlers == null) {
      handlers = new Handlers(program, models);
    }
    return handlers;
  }

  public UnsetFields unsetFields() {
    return unsetFields;
  }

  /** The control-flow graph of a body; empty when the body is beyond all measure. */
  public Optional<Cfg> cfg(Body body) {
    Optional<Cfg> known = cfgs.get(body);
    if (known == null) {
      known = CfgBuilder.build(body, program, values, exceptions, models);
      cfgs.put(body, known);
    }
    return known;
  }

  public Ordering ordering() {
    return new Ordering(summaries, calls, reach);
  }

  public SharedTypes sharedTypes() {
    return new SharedTypes(program, values, models);
  }

  public Sharing sharing() {
    return new Sharing(summaries);
  }

  public KeptLocks keptLocks() {
    if (keptLocks == null) {
      var elsewhere = new ReleasedElsewhere(this::cfg, this::lockFlow, program, values, reach);
      keptLocks = new KeptLocks(program, values, summaries, elsewhere, this::lockFlow);
    }
    return keptLocks;
  }

  /** The locks surely held before each node of a graph, by id; null where no path leads. */
  public List<@Nullable LockState> heldBefore(Cfg cfg) {
    List<@Nullable LockState> known = heldBefore.get(cfg);
    if (known == null) {
      known = lockFlow(cfg.body()).heldBefore(cfg);
      heldBefore.put(cfg, known);
    }
    return known;
  }

  public LockFlow lockFlow(Body body) {
    return new LockFlow(body, values, summaries, models);
  }

  public Groups groups() {
    if (groups == null) {
      groups = new Groups(program, values, summaries, reach);
    }
    return groups;
  }

  public GroupWaiters groupWaiters() {
    return new GroupWaiters(groups(), summaries, reach);
  }

  public Countdown countdown(Body body, AccessPath group) {
    return new Countdowns(this::cfg, program, values, calls, bindings, summaries, reach)
        .of(body, group);
  }
}
