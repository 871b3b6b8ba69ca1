package dev.goguard.analysis.cfg;

import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.cfg.Graph.Loose;
import dev.goguard.analysis.ir.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a jump or an exception meets on its way out, innermost first. */
abstract sealed class Scope {
  final @Nullable Scope outer;

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  /**
   * The target of {@code break}, {@code continue}, {@code yield}, or of the {@code return} of an
   * inlined lambda.
   */
  static final class Target extends Scope {
    /** What may jump here. */
    enum Kind {
      LOOP,
      SWITCH,
      SWITCH_VALUE,
      LABEL,
      INLINED
    }

    final Kind kind;
    final List<String> labels;
    private final List<Loose> breaks = new ArrayList<>();
    private final List<Loose> continues = new ArrayList<>();

    Target(@Nullable Scope outer, Kind kind, List<String> labels) {
      super(outer);
      this.kind = kind;
      this.labels = labels;
    }

    void breakFrom(List<Loose> from) {
      breaks.addAll(from);
    }

    void continueFrom(List<Loose> from) {
      continues.addAll(from);
    }

    List<Loose> breaks() {
      return breaks;
    }

    List<Loose> continues() {
      return continues;
    }
  }

  /**
   * Code that runs on every way out: {@code finally}, the end of {@code synchronized}, the close of
   * a resource.
   */
  static final class Cleanup extends Scope {
    private final UnaryOperator<List<Loose>> code;
    /** One copy of the code for each thrown type, so that the type is still known behind it. */
    final Map<String, Node> copies = new HashMap<>();

    Cleanup(@Nullable Scope outer, UnaryOperator<List<Loose>> code) {
      super(outer);
      this.code = code;
    }

    List<Loose> run(List<Loose> from) {
      return code.apply(from);
    }
  }

  /** Catch clauses, each with the node at which its handler starts. */
  static final class Handlers extends Scope {
    final Map<Stmt.Catch, Node> handlers;

    Handlers(@Nullable Scope outer, Map<Stmt.Catch, Node> handlers) {
      super(outer);
      this.handlers = handlers;
    }
  }
}
