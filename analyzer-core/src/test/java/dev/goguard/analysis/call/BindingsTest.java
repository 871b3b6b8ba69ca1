package dev.goguard.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import org.junit.jupiter.api.Test;

class BindingsTest {
  private static final FieldRef FIELD = new FieldRef("B", "field");

  private static AccessPath self(String type) {
    return AccessPath.of(new AccessPath.ThisRoot(type));
  }

  private static Binding ofCall(Code code, String called) {
    Expr.Call call = code.call("m", called);
    Body target = code.analyses().calls().targets(code.body("m"), call).bodies().get(0);
    return code.analyses().bindings().ofCall(code.body("m"), call, target);
  }

  private static Binding ofCreated(Code code, String method) {
    Expr.New created = code.expressions(Expr.New.class, "m").get(0);
    return code.analyses().bindings().ofCreated(code.body("m"), created, code.body(method));
  }

  @Test
  void ofCall_parametersAndThis_areArgumentsAndReceiver() {
    Code code = Code.of("""
        class B { Object field; void f(Object p, Object q) {} }
        class A { B b; void m(Object x) { b.f(x, b.field); } }
        """);
    Binding binding = ofCall(code, "f");
    assertThat(binding.translate(code.local("f", "p"))).hasToString("x");
    assertThat(binding.translate(code.local("f", "q"))).hasToString("b.field");
    assertThat(binding.translate(self("B"))).hasToString("b");
    assertThat(binding.translate(self("B").then(FIELD))).hasToString("b.field");
  }

  @Test
  void ofCall_ownLocals_haveNoNameOutside() {
    Code code = Code.of("""
        class A { void f() { Object own = this; own = null; } void m() { f(); } }
        """);
    assertThat(ofCall(code, "f").translate(code.local("f", "own"))).isNull();
  }

  @Test
  void ofCall_staticMethod_hasNoReceiver() {
    Code code = Code.of("class A { static void f(Object p) {} void m(A x) { f(x); } }");
    Binding binding = ofCall(code, "f");
    assertThat(binding.translate(code.local("f", "p"))).hasToString("x");
    assertThat(binding.translate(self("A"))).isNull();
    AccessPath statics = AccessPath.of(new AccessPath.StaticRoot("A")).then(FIELD);
    assertThat(binding.translate(statics)).isEqualTo(statics);
  }

  @Test
  void translateTarget_writtenField_isThePlaceNotItsValue() {
    Code code = Code.of("""
        class B {
          Object field;
          B(Object p) { this.field = p; }
          void f() { field = null; }
        }
        class A { void m(Object x) { new B(x).f(); } }
        """);
    Binding binding = ofCreated(code, "f");
    AccessPath field = self("B").then(FIELD);
    assertThat(binding.translate(field)).hasToString("x");
    assertThat(binding.translate(field, EventKind.READ)).hasToString("x");
    assertThat(binding.translate(field, EventKind.WRITE)).hasToString("new B.field");
    assertThat(binding.translate(code.local("<init>", "p"), EventKind.WRITE)).isNull();
  }

  @Test
  void ofCreated_fieldsFilledByConstructor_areItsArguments() {
    Code code = Code.of("""
        class B {
          private final Object field; int count;
          B(int n, Object p) { this.field = p; count = n + 1; }
          void f() {}
        }
        class A { void m(Object x) { new B(1, x).f(); } }
        """);
    Binding binding = ofCreated(code, "f");
    assertThat(binding.translate(self("B").then(FIELD))).hasToString("x");
    assertThat(binding.translate(self("B").then(new FieldRef("B", "count"))))
        .hasToString("new B.count");
  }

  @Test
  void ofCreated_recordComponents_areItsArguments() {
    Code code = Code.of("""
        record R(int n, Object field) implements Runnable { static int s; public void run() {} }
        class A { void m(Object x) { new R(1, x).run(); } }
        """);
    AccessPath field = self("R").then(new FieldRef("R", "field"));
    assertThat(ofCreated(code, "run").translate(field)).hasToString("x");
  }

  @Test
  void ofCall_receiverCreatedBefore_knowsItsFields() {
    Code code = Code.of("""
        class B { final Object field; B(Object p) { field = p; } void f() {} }
        class A { void m(Object x) { B b = new B(x); b.f(); } }
        """);
    assertThat(ofCall(code, "f").translate(self("B").then(FIELD))).hasToString("x");
  }

  @Test
  void ofLambda_captured_keepsItsName() {
    Code code = Code.of("""
        class A { void m(Object x) { Runnable r = () -> { Object own = x; own = this; }; } }
        """);
    Body lambda =
        code.program().bodies().stream().filter(Body::isLambda).findFirst().orElseThrow();
    Binding binding = code.analyses().bindings().ofLambda(code.body("m"), lambda);
    assertThat(binding.translate(code.local("m", "x"))).hasToString("x");
    assertThat(binding.translate(self("A"))).isEqualTo(self("A"));
    assertThat(binding.translate(code.local(lambda.method().ref().name(), "own")))
        .isNull();
  }

  @Test
  void ofReference_receiver_isThis() {
    Code code = Code.of("class B { void f() {} } class A { void m(B b) { Runnable r = b::f; } }");
    Expr.MethodReference reference =
        code.expressions(Expr.MethodReference.class, "m").get(0);
    Binding binding =
        code.analyses().bindings().ofReference(code.body("m"), reference, code.body("f"));
    assertThat(binding.translate(self("B").then(FIELD))).hasToString("b.field");
  }

  @Test
  void translate_enclosingInstance_keepsItsName() {
    Code code = Code.of("class A { class B { void f() {} } void m(B b) { b.f(); } }");
    assertThat(ofCall(code, "f").translate(self("A"))).isEqualTo(self("A"));
  }
}
