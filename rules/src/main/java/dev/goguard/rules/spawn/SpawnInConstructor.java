package dev.goguard.rules.spawn;

import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.TypeDecl;
import dev.goguard.analysis.model.Effect.ExecutorKind;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Extension;
import dev.goguard.analysis.sharing.Capture;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Flags a task that a constructor starts and that can reach the unfinished object. */
public final class SpawnInConstructor implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
      "SpawnInConstructor",
      Severity.WARNING,
      "a constructor starts a task that reaches the unfinished object",
      List.of(362, 665),
      "spawn");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void run(Pass pass) {
    for (Body body : pass.bodiesThatCan(EventKind.SPAWN)) {
      if (isConstruction(body)) {
        pass.cfg(body).ifPresent(cfg -> check(pass, cfg));
      }
    }
  }

  private static boolean isConstruction(Body body) {
    Method.Kind kind = body.method().kind();
    return kind == Method.Kind.CONSTRUCTOR || kind == Method.Kind.INSTANCE_INIT;
  }

  private static void check(Pass pass, Cfg cfg) {
    Set<SourceRange> reported = new HashSet<>();
    for (Node node : cfg.nodes()) {
      Event event = node.event();
      if (event != null && !isOtherConstructor(event)) {
        pass.captures().at(cfg.body(), event).stream()
            .filter(capture -> isUnfinished(pass, cfg.body().type(), capture))
            .filter(capture -> reported.add(event.range()))
            .forEach(capture -> judge(pass, cfg, node, event, capture));
      }
    }
  }

  /** {@code this(...)} and {@code super(...)}: what they start is reported where it stands. */
  private static boolean isOtherConstructor(Event event) {
    return event.expr() instanceof Expr.Call call && call.target().isConstructor();
  }

  private static boolean isUnfinished(Pass pass, TypeDecl type, Capture capture) {
    return capture.site().executor() != ExecutorKind.CALLER
        && capture.path().steps().isEmpty()
        && capture.path().root() instanceof AccessPath.ThisRoot self
        && pass.program().hierarchy().isSubtype(type.name(), self.type());
  }

  private static void judge(Pass pass, Cfg cfg, Node node, Event event, Capture capture) {
    TypeDecl type = cfg.body().type();
    Optional<String> harm = pass.unsetFields()
        .readBy(capture.site(), cfg, node)
        .map(field -> "may read '%s' before it is set".formatted(field.name()))
        .or(() -> overridden(pass, type, capture));
    if (harm.isPresent()) {
      report(pass, cfg.body(), event, capture, harm.get()).submit();
    } else if (!Extension.isClosed(pass.program(), type)) {
      report(pass, cfg.body(), event, capture, "runs before the fields of a subclass are set")
          .severity(Severity.NOTE)
          .submit();
    }
  }

  /** The constructor calls a method that a subclass replaces, and that one starts the task. */
  private static Optional<String> startedBySubclass(Pass pass, TypeDecl type, Capture capture) {
    TypeDecl starter = capture.site().spawner().type();
    return starter != type && pass.program().hierarchy().isSubtype(starter.name(), type.name())
        ? Optional.of(
            "is started by '%s' before its own fields are set".formatted(starter.simpleName()))
        : Optional.empty();
  }

  private static Optional<String> overridden(Pass pass, TypeDecl type, Capture capture) {
    return Extension.isClosed(pass.program(), type)
        ? Optional.empty()
        : pass.overridableCalls()
            .in(capture.site().tasks(), type)
            .map(method -> "may run '%s()' of a subclass before the subclass is constructed"
                .formatted(method.ref().name()));
  }

  private static Pass.Report report(
      Pass pass, Body body, Event event, Capture capture, String consequence) {
    String message =
        "a task that the constructor of '%s' starts %s; start it after construction, in a static factory or a start method"
            .formatted(body.type().simpleName(), consequence);
    Pass.Report report = pass.report(body, event.range(), message);
    if (!capture.via().isEmpty()) {
      report.related(
          capture.site().spawner(), capture.site().expr().range(), "the task is started here");
    }
    return report;
  }
}
