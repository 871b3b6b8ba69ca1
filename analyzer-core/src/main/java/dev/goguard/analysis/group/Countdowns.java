package dev.goguard.analysis.group;

import dev.goguard.analysis.call.Binding;
import dev.goguard.analysis.call.Bindings;
import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import dev.goguard.analysis.summary.Summaries;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes the searches for paths that do not count down. */
public final class Countdowns {
  private final Function<Body, Optional<Cfg>> cfgs;
  private final Values values;
  private final Summaries summaries;
  private final Reach reach;
  private final Handover handover;

  public Countdowns(
      Function<Body, Optional<Cfg>> cfgs,
      Program program,
      Values values,
      CallGraph calls,
      Bindings bindings,
      Summaries summaries,
      Reach reach) {
    this.cfgs = cfgs;
    this.values = values;
    this.summaries = summaries;
    this.reach = reach;
    handover = new Handover(program, values, calls, bindings, summaries, reach);
  }

  /** A search in a body for a group that it names so. */
  public Countdown of(Body body, AccessPath group) {
    return new Countdown(body, group::equals, 0, this);
  }

  Values values() {
    return values;
  }

  Summaries summaries() {
    return summaries;
  }

  Reach reach() {
    return reach;
  }

  Handover handover() {
    return handover;
  }

  Optional<Cfg> cfg(Body body) {
    return cfgs.apply(body);
  }

  /** Whether a path inside of a binding is the group outside of it. */
  Predicate<AccessPath> outside(Binding binding, Predicate<AccessPath> group) {
    return Handover.outside(binding, group);
  }
}
