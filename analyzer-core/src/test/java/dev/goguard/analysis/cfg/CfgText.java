package dev.goguard.analysis.cfg;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg.Edge;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a graph as text: a line for each node, numbered depth first from the entry.
 *
 * <p>{@code -> n} is left out when control only goes to the next line. {@code ?n} and {@code :n}
 * are taken when the branch holds and when it does not, {@code !n} when the node throws. Points
 * where paths only meet are not shown.
 */
final class CfgText {
  private static final String CLASS = """
      abstract class A {
        boolean p; int x; Object o;
        boolean a() { return p; }
        boolean b() { return p; }
        int c(int i, int j) { return i; }
        void d() throws java.io.IOException { throw new java.io.FileNotFoundException(); }
        abstract void e();
        void f() {}
        void g() { throw new IllegalStateException(); }
        void m() throws Exception {
      """;

  private final Cfg cfg;
  private final Map<Node, Integer> numbers = new LinkedHashMap<>();

  private CfgText(Cfg cfg) {
    this.cfg = cfg;
  }

  /**
   * The graph of these statements. They may call a and b, which answer; c, which takes two numbers;
   * d, which throws a FileNotFoundException; e, of which nobody knows what it does; f, which does
   * nothing; g, which throws an IllegalStateException.
   */
  static String ofStatements(String statements) {
    return of(Code.of(CLASS + statements + "}}").cfg("m"));
  }

  static String of(Cfg cfg) {
    var text = new CfgText(cfg);
    text.number(text.shown(cfg.entry()));
    var lines = new StringBuilder();
    text.numbers.forEach((node, number) -> lines.append(text.line(node, number)).append('\n'));
    return lines.toString();
  }

  private void number(Node node) {
    if (!isEnd(node) && numbers.putIfAbsent(node, numbers.size()) == null) {
      node.successors().forEach(edge -> number(target(edge)));
    }
  }

  private Node target(Edge edge) {
    return shown(cfg.node(edge.to()));
  }

  /** The node itself, or the only one that follows it when it has nothing to show. */
  private Node shown(Node node) {
    Node at = node;
    while (at.event() == null && at.successors().size() == 1) {
      at = cfg.node(at.successors().get(0).to());
    }
    return at;
  }

  private boolean isEnd(Node node) {
    return node == cfg.exit() || node == cfg.failure();
  }

  private String line(Node node, int number) {
    var line = new StringBuilder(number + " " + (node.event() == null ? "any" : of(node.event())));
    List<Edge> edges = node.successors();
    if (edges.size() != 1
        || edges.get(0).kind() != EdgeKind.NORMAL
        || !name(target(edges.get(0))).equals(String.valueOf(number + 1))) {
      edges.forEach(edge -> line.append(' ').append(of(edge)));
    }
    return line.toString();
  }

  private String of(Edge edge) {
    String sign = switch (edge.kind()) {
      case NORMAL -> "->";
      case TRUE -> "?";
      case FALSE -> ":";
      case EXCEPTION -> "!";
    };
    return sign + name(target(edge));
  }

  private String name(Node node) {
    if (isEnd(node)) {
      return node == cfg.exit() ? "exit" : "failure";
    }
    return String.valueOf(numbers.get(node));
  }

  private String of(Event event) {
    String kind = event.kind().name().toLowerCase(Locale.ROOT);
    return switch (event.kind()) {
      case CALL ->
        event.expr() instanceof Expr.Call call
            ? (event.path() == null || event.path().toString().equals("this")
                    ? ""
                    : event.path() + ".")
                + call.target().name()
            : "new " + event.expr().type();
      case BRANCH -> "if " + (event.expr() == null ? "any" : source(event.expr().range()));
      default -> event.path() == null ? kind : kind + " " + event.path();
    };
  }

  private String source(SourceRange range) {
    return cfg.body().file().text().substring(range.startOffset(), range.endOffset());
  }
}
