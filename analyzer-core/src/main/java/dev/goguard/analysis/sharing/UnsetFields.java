package dev.goguard.analysis.sharing;

import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldDecl;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.TypeDecl;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.summary.Happening;
import dev.goguard.analysis.summary.Summaries;
import dev.goguard.analysis.thread.SpawnSite;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of an object under construction that a task reads though they are set only later. */
public final class UnsetFields {
  private final Program program;
  private final CallGraph calls;
  private final Summaries summaries;

  public UnsetFields(Program program, CallGraph calls, Summaries summaries) {
    this.program = program;
    this.calls = calls;
    this.summaries = summaries;
  }

  /** A field that the task reads and that the construction sets after this node. */
  public Optional<FieldRef> readBy(SpawnSite site, Cfg construction, Node node) {
    Set<FieldRef> unset = setAfter(construction, node);
    return unset.isEmpty()
        ? Optional.empty()
        : site.tasks().stream()
            .flatMap(task -> summaries.happenings(task.body()).stream())
            .filter(h -> h.is(EventKind.READ) && isOwnField(h.path()))
            .map(h -> h.path().steps().get(0))
            .filter(unset::contains)
            .findFirst();
  }

  private Set<FieldRef> setAfter(Cfg cfg, Node node) {
    Set<FieldRef> fields = new HashSet<>();
    BitSet later = cfg.reachableFrom(node);
    later.stream().mapToObj(cfg::node).forEach(n -> addWritten(cfg.body(), n.event(), fields));
    fields.removeAll(setBefore(cfg, node));
    TypeDecl type = cfg.body().type();
    if (cfg.body().method().kind() == Method.Kind.INSTANCE_INIT) {
      constructors(type).forEach(c -> addAssigned(c, fields));
    } else if (type.kind() == TypeDecl.Kind.RECORD && isCompact(cfg.body().method())) {
      type.fields().stream().filter(f -> !f.is(Modifier.STATIC)).forEach(f -> fields.add(f.ref()));
    }
    fields.removeIf(this::isVolatile);
    return fields;
  }

  private Set<FieldRef> setBefore(Cfg cfg, Node node) {
    Set<FieldRef> fields = new HashSet<>();
    cfg.reaching(node).stream()
        .mapToObj(cfg::node)
        .filter(n -> n.has(EventKind.WRITE))
        .forEach(n -> addWritten(cfg.body(), n.event(), fields));
    return fields;
  }

  private static Stream<Method> constructors(TypeDecl type) {
    return type.methods().stream().filter(m -> m.kind() == Method.Kind.CONSTRUCTOR);
  }

  /** A compact constructor assigns no component and calls no other constructor. */
  private static boolean isCompact(Method constructor) {
    Set<FieldRef> assigned = new HashSet<>();
    addAssigned(constructor, assigned);
    boolean delegates = Walk.first(constructor.body(), e -> isDelegation(e) ? e : null) != null;
    return assigned.isEmpty() && !delegates;
  }

  private static boolean isDelegation(Expr expr) {
    return expr instanceof Expr.Call call && call.target().isConstructor();
  }

  private static void addAssigned(Method method, Set<FieldRef> into) {
    Walk.expressions(method.body(), e -> {
      if (e instanceof Expr.Assign assign
          && assign.target() instanceof Expr.Field field
          && field.receiver() instanceof Expr.This) {
        into.add(field.field());
      }
    });
  }

  private void addWritten(Body body, @Nullable Event event, Set<FieldRef> into) {
    if (event == null) {
      return;
    } else if (event.is(EventKind.WRITE) && event.path() != null && isFieldItself(event.path())) {
      into.add(event.path().steps().get(0));
    } else if (event.expr() instanceof Expr.Call call && call.receiver() instanceof Expr.This) {
      calls.targets(body, call).bodies().stream()
          .flatMap(target -> summaries.happenings(target).stream())
          .filter(h -> h.is(EventKind.WRITE) && isFieldItself(h.path()))
          .map(Happening::path)
          .forEach(path -> into.add(path.steps().get(0)));
    }
  }

  private static boolean isFieldItself(AccessPath path) {
    return isOwnField(path) && path.steps().size() == 1;
  }

  private static boolean isOwnField(AccessPath path) {
    return path.root() instanceof AccessPath.ThisRoot && !path.steps().isEmpty();
  }

  private boolean isVolatile(FieldRef ref) {
    FieldDecl field = program.field(ref);
    return field != null && field.is(Modifier.VOLATILE);
  }
}
