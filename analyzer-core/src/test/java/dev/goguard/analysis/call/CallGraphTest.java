package dev.goguard.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.call.CallGraph.Targets;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.program.Body;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallGraphTest {
  private static final String TYPES = """
      interface Shape { void draw(); default void show() { draw(); } static void all() {} }
      class Circle implements Shape { public void draw() {} void own() {} }
      class Square implements Shape { public void draw() {} public void show() {} }
      class Rounded extends Square { }
      interface Alone { void call(); }
      class Many { void f() {} }
      class M1 extends Many { void f() {} }
      class M2 extends Many { void f() {} }
      class M3 extends Many { void f() {} }
      class M4 extends Many { void f() {} }
      interface Box<T> { void put(T t); }
      class Names implements Box<String> { public void put(String s) {} }
      class A {
        private final Shape fixed = new Circle();
      """;

  private static Targets targets(String parameters, String statement, String called) {
    Code code = Code.of(TYPES + "void m(" + parameters + ") {" + statement + "}}");
    return code.analyses().calls().targets(code.body("m"), code.call("m", called));
  }

  private static List<String> names(Targets targets) {
    return targets.bodies().stream().map(Body::element).toList();
  }

  @Test
  void targets_interfaceMethod_areAllImplementations() {
    Targets targets = targets("Shape s", "s.draw();", "draw");
    assertThat(names(targets)).containsExactly("Circle.draw", "Square.draw");
    assertThat(targets.complete()).isTrue();
  }

  @Test
  void targets_defaultMethod_isItselfAndItsOverriders() {
    assertThat(names(targets("Shape s", "s.show();", "show")))
        .containsExactly("Shape.show", "Square.show");
  }

  @Test
  void targets_inheritedMethod_isTheOneInherited() {
    assertThat(names(targets("Rounded r", "r.draw();", "draw"))).containsExactly("Square.draw");
  }

  @Test
  void targets_genericMethod_areFoundByArity() {
    assertThat(names(targets("Box<String> b", "b.put(\"\");", "put"))).containsExactly("Names.put");
  }

  @Test
  void targets_receiverCreatedHere_isOne() {
    assertThat(names(targets("", "Shape s = new Circle(); s.draw();", "draw")))
        .containsExactly("Circle.draw");
    assertThat(names(targets("", "fixed.draw();", "draw"))).containsExactly("Circle.draw");
    assertThat(names(targets("", "Shape s = new Circle(); s = new Square(); s.draw();", "draw")))
        .containsExactly("Circle.draw", "Square.draw");
  }

  @Test
  void targets_anonymousClass_isItsMethod() {
    Targets targets =
        targets("", "Alone a = new Alone() { public void call() {} }; a.call();", "call");
    assertThat(names(targets)).containsExactly("A$1.call");
  }

  @Test
  void targets_functionalValue_isTheLambdaOrReferencedMethod() {
    Targets lambda = targets("", "Alone a = () -> {}; a.call();", "call");
    assertThat(lambda.bodies()).singleElement().matches(Body::isLambda);
    assertThat(names(targets("", "Alone a = Shape::all; a.call();", "call")))
        .containsExactly("Shape.all");
  }

  @Test
  void targets_staticAndSuper_areExact() {
    assertThat(names(targets("", "Shape.all();", "all"))).containsExactly("Shape.all");
    Code code = Code.of(TYPES + "} class S extends Square { void m() { super.draw(); } }");
    assertThat(names(code.analyses().calls().targets(code.body("m"), code.call("m", "draw"))))
        .containsExactly("Square.draw");
  }

  @Test
  void targets_moreThanFour_areUnknown() {
    assertThat(targets("Many o", "o.f();", "f")).isEqualTo(new Targets(List.of(), false));
    assertThat(targets("M1 o", "o.f();", "f").complete()).isTrue();
  }

  @Test
  void targets_withoutBodies_areIncomplete() {
    assertThat(targets("Alone a", "a.call();", "call").complete()).isFalse();
    assertThat(targets("String s", "s.length();", "length").complete()).isFalse();
  }

  @Test
  void isImplemented_tooManyToName_isStillSo() {
    Code code = Code.of(TYPES + "void m(Many o, Alone a) { o.f(); a.call(); } }");
    CallGraph calls = code.analyses().calls();
    assertThat(calls.isImplemented(code.call("m", "f").target())).isTrue();
    assertThat(calls.isImplemented(code.call("m", "call").target())).isFalse();
  }

  @Test
  void targets_creation_isItsConstructor() {
    Code code = Code.of("class B { B(int i) {} } class A { Object m() { return new B(1); } }");
    Expr.New created = code.expressions(Expr.New.class, "m").get(0);
    assertThat(names(code.analyses().calls().targets(created))).containsExactly("B.<init>");
  }

  @Test
  void taskMethod_ofType_isRunOrCall() {
    Code code = Code.of("""
        class R implements Runnable { public void run() {} }
        class C implements Callable<String> { public String call() { return ""; } }
        class N {}
        class Sub extends R {}
        """);
    CallGraph calls = code.analyses().calls();
    assertThat(calls.taskMethod("R").element()).isEqualTo("R.run");
    assertThat(calls.taskMethod("C").element()).isEqualTo("C.call");
    assertThat(calls.taskMethod("Sub").element()).isEqualTo("R.run");
    assertThat(calls.taskMethod("N")).isNull();
  }
}
