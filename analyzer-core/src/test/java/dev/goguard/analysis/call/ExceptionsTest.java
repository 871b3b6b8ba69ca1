package dev.goguard.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExceptionsTest {
  private static final String IO = "java.io.IOException";
  private static final String FILE = "java.io.FileNotFoundException";
  private static final String STATE = "java.lang.IllegalStateException";

  private static Set<String> escaping(String statements) {
    return escaping("", statements);
  }

  private static Set<String> escaping(String members, String statements) {
    Code code = Code.of(
        """
        abstract class A {
          void state() { throw new IllegalStateException(); }
          void file() throws java.io.IOException { throw new java.io.FileNotFoundException(); }
          abstract void unknown();
          void call(Runnable r) { r.run(); }
        """ + members + "void m(Runnable given, Object o, java.io.Reader in) throws Exception {"
            + statements + "}}");
    return code.analyses().exceptions().escaping(code.body("m"));
  }

  @Test
  void escaping_throw_isItsType() {
    assertThat(escaping("throw new IllegalStateException();")).containsExactly(STATE);
    assertThat(escaping("Exception e = new java.io.FileNotFoundException(); throw e;"))
        .containsExactly(FILE);
  }

  @Test
  void escaping_sourceCall_isWhatItsBodyThrows() {
    assertThat(escaping("file();")).containsExactly(FILE);
    assertThat(escaping("class T { T() { state(); } } new T();")).containsExactly(STATE);
  }

  @Test
  void escaping_libraryCall_isWhatItDeclares() {
    assertThat(escaping("in.read();")).containsExactly(IO);
    assertThat(escaping("new java.io.FileReader(\"\");")).containsExactly(FILE);
    assertThat(escaping("o.hashCode(); System.out.println();")).isEmpty();
  }

  @Test
  void escaping_alienCode_isUnchecked() {
    assertThat(escaping("given.run();")).containsExactly(Exceptions.UNCHECKED);
    assertThat(escaping("unknown();")).containsExactly(Exceptions.UNCHECKED);
  }

  @Test
  void escaping_abstractMethodWithImplementation_isThatOfTheImplementation() {
    Code code = Code.of("""
        interface I { void f(); }
        class B implements I { public void f() { throw new IllegalStateException(); } }
        class A { void m(I i) { i.f(); } }
        """);
    assertThat(code.analyses().exceptions().escaping(code.body("m"))).containsExactly(STATE);
  }

  @Test
  void escaping_tooManyImplementations_areNotAlien() {
    Code code = Code.of("""
        interface I { void f(); }
        class B1 implements I { public void f() {} }
        class B2 implements I { public void f() {} }
        class B3 implements I { public void f() {} }
        class B4 implements I { public void f() {} }
        class B5 implements I { public void f() {} }
        class A { void m(I i) { i.f(); } }
        """);
    assertThat(code.analyses().exceptions().escaping(code.body("m"))).isEmpty();
  }

  @Test
  void escaping_callbackRunAtOnce_isWhatItThrows() {
    assertThat(escaping("List.of(1).forEach(i -> state());")).containsExactly(STATE);
    assertThat(escaping("Runnable r = () -> state();")).isEmpty();
    assertThat(escaping("new Thread(() -> state()).start();")).isEmpty();
  }

  @Test
  void escaping_caught_isGone() {
    assertThat(escaping("try { file(); } catch (java.io.IOException e) {}")).isEmpty();
    assertThat(escaping("try { file(); } catch (IllegalStateException e) {}"))
        .containsExactly(FILE);
    assertThat(escaping("try { given.run(); } catch (IllegalStateException e) {}"))
        .containsExactly(Exceptions.UNCHECKED);
    assertThat(escaping("try { given.run(); state(); } catch (Exception e) {}")).isEmpty();
  }

  @Test
  void escaping_handlerAndFinally_throwThemselves() {
    assertThat(escaping("try { file(); } catch (java.io.IOException e) { state(); }"))
        .containsExactly(STATE);
    assertThat(escaping("try { } finally { state(); }")).containsExactly(STATE);
  }

  @Test
  void escaping_lambdaBody_isNotThatOfItsMethod() {
    assertThat(escaping("call(() -> { throw new IllegalStateException(); });")).contains(STATE);
    assertThat(escaping("Callable<String> c = () -> { throw new Exception(); };"))
        .isEmpty();
  }

  @Test
  void escaping_error_endsTheProgramInstead() {
    assertThat(escaping("throw new AssertionError();")).isEmpty();
    assertThat(escaping("throw new Error(\"\");")).isEmpty();
  }

  @Test
  void escaping_recursion_ends() {
    String members = "void up(int i) { if (i > 0) down(i); file2(); }"
        + "void down(int i) { up(i - 1); }"
        + "void file2() { throw new IllegalStateException(); }";
    assertThat(escaping(members, "up(1);")).containsExactly(STATE);
  }

  @Test
  void escaping_recursion_isWholeWhomeverIsAskedFirst() {
    Code code = Code.of("""
        class A {
          void up(int i) { if (i > 0) down(i); state(); }
          void down(int i) { up(i - 1); }
          void state() { throw new IllegalStateException(); }
        }
        """);
    Exceptions exceptions = code.analyses().exceptions();
    assertThat(exceptions.escaping(code.body("up"))).containsExactly(STATE);
    assertThat(exceptions.escaping(code.body("down"))).containsExactly(STATE);
  }

  @Test
  void escaping_closeOfResource_isWhatItThrows() {
    assertThat(escaping("""
        class R implements AutoCloseable {
          public void close() { throw new IllegalStateException(); }
        }
        try (R r = new R()) { }
        """)).containsExactly(STATE);
  }

  @Test
  void catches_subtypes_surelyOrPerhaps() {
    Exceptions exceptions = Code.of("class A { void m() throws java.io.FileNotFoundException {"
            + " try { new java.io.FileReader(\"\"); } catch (IllegalStateException e) {} } }")
        .analyses()
        .exceptions();
    assertThat(exceptions.surelyCatches("java.lang.Exception", STATE)).isTrue();
    assertThat(exceptions.surelyCatches(FILE, FILE)).isTrue();
    assertThat(exceptions.surelyCatches(STATE, FILE)).isFalse();
    assertThat(exceptions.mayCatch(STATE, FILE)).isFalse();
  }
}
