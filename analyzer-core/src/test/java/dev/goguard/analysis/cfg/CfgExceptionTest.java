package dev.goguard.analysis.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import org.junit.jupiter.api.Test;

class CfgExceptionTest {
  @Test
  void finally_afterReturn_runsBeforeExit() {
    assertThat(CfgText.ofStatements("try { f(); return; } finally { a(); }")).isEqualTo("""
        0 f
        1 return
        2 a ->exit
        """);
  }

  @Test
  void finally_withReturn_swallowsException() {
    assertThat(CfgText.ofStatements("for (;;) { try { g(); } finally { return; } }"))
        .isEqualTo("""
        0 g !1 ->2
        1 return ->exit
        2 return ->exit
        """);
  }

  @Test
  void finally_nested_isCopiedForEachWay() {
    assertThat(CfgText.ofStatements("try { try { g(); } finally { a(); } } finally { b(); }"))
        .isEqualTo("""
        0 g !1 ->3
        1 a
        2 b ->failure
        3 a
        4 b ->exit
        """);
  }

  @Test
  void finally_withTry_isBuiltForEachWay() {
    assertThat(CfgText.ofStatements("try { d(); } finally { try { f(); } finally { a(); } }"))
        .isEqualTo("""
        0 d !1 ->3
        1 f
        2 a ->failure
        3 f
        4 a ->exit
        """);
  }

  @Test
  void finally_afterThrowInHandler_runs() {
    assertThat(CfgText.ofStatements("""
        try { g(); } catch (IllegalStateException i) { d(); } finally { b(); }
        """)).isEqualTo("""
        0 g !1 ->4
        1 catch
        2 d !3 ->4
        3 b ->failure
        4 b ->exit
        """);
  }

  @Test
  void catch_exactAndSubtype_takesOnlyWhatMatches() {
    assertThat(CfgText.ofStatements("""
        try { d(); } catch (java.io.EOFException i) { a(); } catch
        (java.io.FileNotFoundException i) { b(); }
        """)).isEqualTo("""
        0 d !1 ->exit
        1 catch
        2 b ->exit
        """);
  }

  @Test
  void catch_ofUnknownUnchecked_mayMissSpecificHandler() {
    assertThat(CfgText.ofStatements("""
        try { e(); } catch (IllegalStateException i) { a(); } catch (RuntimeException i) {
        b(); }
        """)).isEqualTo("""
        0 e !1 !3 ->exit
        1 catch
        2 a ->exit
        3 catch
        4 b ->exit
        """);
  }

  @Test
  void catch_severalTypes_takesEach() {
    assertThat(CfgText.ofStatements("""
        try { g(); } catch (IllegalArgumentException | IllegalStateException i) { throw i; }
        catch (Throwable t) { a(); }
        """)).isEqualTo("""
        0 g !1 ->exit
        1 catch
        2 throw !failure
        """);
  }

  @Test
  void synchronized_returnAndThrow_releaseMonitor() {
    assertThat(CfgText.ofStatements("synchronized (o) { if (a()) return; g(); }"))
        .isEqualTo("""
        0 read o
        1 acquire o
        2 a
        3 if a() ?4 :6
        4 return
        5 release o ->exit
        6 g !7 ->8
        7 release o ->failure
        8 release o ->exit
        """);
  }

  @Test
  void resources_closeInReverseOrder_onEachWay() {
    assertThat(CfgText.ofStatements("""
        try (java.io.InputStream i = System.in; java.io.OutputStream j = System.out) { g();
        }
        """)).isEqualTo("""
        0 read System.in
        1 write i
        2 read System.out
        3 write j
        4 g !5 ->7
        5 j.close
        6 i.close ->failure
        7 j.close
        8 i.close ->exit
        """);
  }

  @Test
  void resource_throwingClose_isCaught() {
    assertThat(CfgText.ofStatements("""
        class R implements AutoCloseable { R() { f(); } public void close() { throw new
        IllegalStateException(); } } try (R r = new R()) { a(); } catch
        (IllegalStateException i) { b(); }
        """)).isEqualTo("""
        0 new A$1R
        1 write r
        2 a
        3 r.close !4 ->exit
        4 catch
        5 b ->exit
        """);
  }

  @Test
  void unlock_inFinally_isDoneEvenWhenItThrows() {
    assertThat(CfgText.ofStatements("""
        Lock k = new ReentrantLock(); k.lock(); try { g(); } finally { k.unlock(); }
        """)).isEqualTo("""
        0 new java.util.concurrent.locks.ReentrantLock
        1 write k
        2 k.lock
        3 acquire k
        4 g !5 ->7
        5 k.unlock
        6 release k ->failure
        7 k.unlock
        8 release k ->exit
        """);
  }

  @Test
  void synchronizedMethod_holdsItsMonitor() {
    Code code = Code.of("""
        class A {
          synchronized void m() { throw new IllegalStateException(); }
          static synchronized void s() {}
        }
        """);
    assertThat(CfgText.of(code.cfg("m"))).isEqualTo("""
        0 acquire this
        1 new java.lang.IllegalStateException
        2 throw !3
        3 release this ->failure
        """);
    assertThat(CfgText.of(code.cfg("s"))).isEqualTo("""
        0 acquire A
        1 release A ->exit
        """);
  }
}
