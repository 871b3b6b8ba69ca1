package dev.goguard.analysis;

import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.frontend.spoon.SpoonFrontEnd;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.source.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Java code of a test, as the analyses see it. */
public final class Code {
  private static final ApiModels MODELS = ApiModels.builtIn();

  private final Analyses analyses;

  private Code(Program program) {
    analyses = new Analyses(program, MODELS);
  }

  /** One compilation unit; what the tests need of {@code java.util} is imported. */
  public static Code of(String source) {
    String imports = "import java.util.*; import java.util.function.*;"
        + "import java.util.concurrent.*; import java.util.concurrent.locks.*;\n";
    FrontEnd.Lowered lowered = lower(imports + source);
    if (!lowered.notifications().isEmpty() || lowered.statistics().unresolvedCalls() > 0) {
      throw new IllegalArgumentException("not understood: " + lowered.notifications());
    }
    return new Code(new Program(lowered.files(), lowered.library()));
  }

  private static FrontEnd.Lowered lower(String source) {
    try {
      Path file = Files.writeString(Files.createTempFile("A", ".java"), source);
      var units = List.of(new SourceUnit(file, "A.java"));
      try {
        return new SpoonFrontEnd()
            .lower(
                new SourceSet(units, List.of(), 21, Jdk.running().home(), StandardCharsets.UTF_8));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Analyses analyses() {
    return analyses;
  }

  public Program program() {
    return analyses.program();
  }

  /** The first body with this name; a lambda is {@code lambda$0}. */
  public Body body(String name) {
    return program().bodies().stream()
        .filter(b -> b.method().ref().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + name));
  }

  /** The body with this name in a type. */
  public Body body(String type, String name) {
    return program().bodies().stream()
        .filter(b -> b.type().name().equals(type) && b.method().ref().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + type + "." + name));
  }

  public Cfg cfg(String name) {
    return analyses.cfg(body(name)).orElseThrow();
  }

  /** The only call of this name in a body. */
  public Expr.Call call(String body, String name) {
    return expressions(Expr.Call.class, body).stream()
        .filter(c -> c.target().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no call of " + name));
  }

  /** The expressions of this form in a body, lambdas in it left out. */
  public <E extends Expr> List<E> expressions(Class<E> form, String body) {
    List<E> found = new ArrayList<>();
    Walk.expressions(body(body).method().body(), e -> {
      if (form.isInstance(e)) {
        found.add(form.cast(e));
      }
    });
    return found;
  }

  /** The first event of this kind in a body. */
  public Event event(String body, EventKind kind) {
    return node(cfg(body), kind).event();
  }

  public static Node node(Cfg cfg, EventKind kind) {
    return cfg.with(kind).get(0);
  }

  /** The node that calls a method of this name first. */
  public static Node callNode(Cfg cfg, String name) {
    return cfg.with(EventKind.CALL).stream()
        .filter(
            n -> n.event().expr() instanceof Expr.Call c && c.target().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no call of " + name));
  }

  /** The path of a parameter or local, by its name. */
  public AccessPath local(String body, String name) {
    Set<Local> found = new java.util.LinkedHashSet<>(body(body).method().parameters());
    expressions(Expr.LocalVar.class, body).forEach(v -> found.add(v.local()));
    return found.stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .map(AccessPath::of)
        .orElseThrow(() -> new IllegalArgumentException("no local " + name));
  }

  /** Paths as the source would write them, sorted. */
  public static List<String> texts(Set<AccessPath> paths) {
    var texts = new TreeSet<String>();
    paths.forEach(path -> texts.add(path.toString()));
    return List.copyOf(texts);
  }
}
