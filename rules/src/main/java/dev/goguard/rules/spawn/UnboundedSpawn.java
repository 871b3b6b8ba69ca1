package dev.goguard.rules.spawn;

import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.thread.Repetition;
import dev.goguard.analysis.thread.SpawnSite;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Flags a loop, handler or recursion that starts a thread for everything that comes. */
public final class UnboundedSpawn implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
      "UnboundedSpawn",
      Severity.WARNING,
      "threads are started without limit: in a loop, a handler or a recursion",
      List.of(400, 770),
      "spawn");

  private static final String MEND =
      "; take a permit before the start, or use a pool with a fixed number of threads";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void run(Pass pass) {
    Set<Expr> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Body body : pass.bodiesThatCan(EventKind.SPAWN)) {
      pass.cfg(body).ifPresent(cfg -> check(pass, cfg, reported));
    }
  }

  private static void check(Pass pass, Cfg cfg, Set<Expr> reported) {
    for (Node node : cfg.nodes()) {
      Event event = node.event();
      Optional<SpawnSite> direct = pass.threadStarts().at(event);
      Optional<SpawnSite> site = direct.or(() -> pass.threadStarts().behind(cfg.body(), event));
      if (event != null && event.expr() != null && site.isPresent()) {
        cause(pass, cfg, node, site.get(), direct.isPresent())
            .filter(cause -> reported.add(event.expr()))
            .ifPresent(cause -> report(pass, cfg.body(), event, site.get(), cause));
      }
    }
  }

  private static Optional<String> cause(
      Pass pass, Cfg cfg, Node node, SpawnSite site, boolean isDirect) {
    if (isOpenLoop(pass, cfg, node, site, isDirect)) {
      return Optional.of("the loop starts a thread in every turn and nothing limits their number, "
          + "so whoever feeds the loop can exhaust the memory");
    } else if (isDirect && isRecursion(pass, cfg, node, site)) {
      return Optional.of("'%s' starts threads that call it again, and their number multiplies"
          .formatted(cfg.body().method().ref().name()));
    }
    return pass.handlers()
        .name(cfg.body())
        .filter(name -> pass.admission().isReachedFreely(cfg, node, site.tasks()))
        .filter(name -> !pass.admission().isJoinedAfter(cfg, node, SourceRange.NONE))
        .map(("'%s' starts a thread for every request and nothing limits their number, "
            + "so whoever sends requests can exhaust the memory")::formatted);
  }

  private static boolean isOpenLoop(
      Pass pass, Cfg cfg, Node node, SpawnSite site, boolean isDirect) {
    Repetition loop =
        pass.repetitions().around(cfg.body(), node.event().range()).orElse(null);
    if (loop == null || !pass.repetitions().isOpen(cfg.body(), loop)) {
      return false;
    }
    return pass.admission().isRepeatedFreely(cfg, node, site.tasks(), loop.turn())
        && (!loop.isFinite() || isForgotten(pass, cfg, node, site, loop, isDirect));
  }

  /** Whether nobody waits for the tasks of a loop that ends. */
  private static boolean isForgotten(
      Pass pass, Cfg cfg, Node node, SpawnSite site, Repetition loop, boolean isDirect) {
    boolean isChannel = pass.repetitions().isOverChannel(cfg.body(), loop);
    return (isChannel || isDirect && pass.threadStarts().isForgotten(site))
        && !pass.admission().isJoinedAfter(cfg, node, loop.turn());
  }

  private static boolean isRecursion(Pass pass, Cfg cfg, Node node, SpawnSite site) {
    Body method = cfg.body();
    return method.method().kind() == Method.Kind.METHOD
        && pass.threadStarts().multiply(site, method, !cfg.cycleOf(node).isEmpty())
        && pass.admission().isReachedFreely(cfg, node, site.tasks())
        && !pass.admission().isJoinedAfter(cfg, node, SourceRange.NONE);
  }

  private static void report(Pass pass, Body body, Event event, SpawnSite site, String cause) {
    Pass.Report report = pass.report(body, event.range(), cause + MEND);
    if (site.expr() != event.expr()) {
      report.related(site.spawner(), site.expr().range(), "the thread is started here");
    }
    report.submit();
  }
}
