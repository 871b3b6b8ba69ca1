package dev.goguard.analysis.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.model.EventKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ForwardAnalysisTest {
  private static Cfg cfg(String statements) {
    return Code.of("""
        abstract class A {
          boolean p;
          abstract void f();
          void g() {}
          void h() {}
          void m() {
        """ + statements + "}}").cfg("m");
  }

  /** The methods that have been called, on some path or on all. */
  private static final class Called extends ForwardAnalysis<Set<String>> {
    private final boolean onAll;

    Called(boolean onAll) {
      this.onAll = onAll;
    }

    @Override
    protected Set<String> atEntry() {
      return Set.of();
    }

    @Override
    protected Set<String> join(Set<String> first, Set<String> second) {
      var joined = new TreeSet<>(first);
      if (onAll) {
        joined.retainAll(second);
      } else {
        joined.addAll(second);
      }
      return joined;
    }

    @Override
    protected Set<String> after(Set<String> before, Node node, EdgeKind edge) {
      if (!node.has(EventKind.CALL) || edge == EdgeKind.EXCEPTION) {
        return before;
      }
      var after = new TreeSet<>(before);
      after.add(((Expr.Call) node.event().expr()).target().name());
      return after;
    }
  }

  private static Set<String> surely(Cfg cfg, Node at) {
    return new Called(true).run(cfg).get(at.id());
  }

  private static Set<String> perhaps(Cfg cfg, Node at) {
    return new Called(false).run(cfg).get(at.id());
  }

  @Test
  void run_branches_joinWhereTheyMeet() {
    Cfg cfg = cfg("if (p) { g(); h(); } else { h(); }");
    assertThat(surely(cfg, cfg.exit())).containsExactly("h");
    assertThat(perhaps(cfg, cfg.exit())).containsExactly("g", "h");
  }

  @Test
  void run_loop_carriesItsEndToItsStart() {
    Cfg cfg = cfg("while (p) { g(); h(); }");
    Node first = Code.callNode(cfg, "g");
    assertThat(surely(cfg, first)).isEmpty();
    assertThat(perhaps(cfg, first)).containsExactly("g", "h");
  }

  @Test
  void run_nestedLoops_reachTheFixedPoint() {
    Cfg cfg = cfg("g(); while (p) { while (p) { f(); } h(); }");
    assertThat(surely(cfg, Code.callNode(cfg, "f"))).containsExactly("g");
    assertThat(perhaps(cfg, Code.callNode(cfg, "f"))).containsExactly("f", "g", "h");
  }

  @Test
  void run_exceptionEdge_hasItsOwnState() {
    Cfg cfg = cfg("g(); f();");
    assertThat(surely(cfg, cfg.failure())).containsExactly("g");
    assertThat(surely(cfg, cfg.exit())).containsExactly("f", "g");
  }

  @Test
  void run_unreachedNodes_haveNone() {
    Cfg cfg = cfg("while (true) { g(); }");
    List<Set<String>> before = new Called(true).run(cfg);
    assertThat(before.get(cfg.exit().id())).isNull();
    assertThat(before.get(cfg.failure().id())).isNull();
    assertThat(before).hasSameSizeAs(cfg.nodes());
  }
}
