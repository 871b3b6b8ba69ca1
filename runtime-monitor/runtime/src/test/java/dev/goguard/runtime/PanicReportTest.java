package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How Go's report about panics begins. */
class PanicReportTest {
  private static String report(ThrowingCallable program) {
    return Panics.headline(catchThrowable(program));
  }

  private static void again(Defer d, Object value) {
    d.defer(() -> {
      d.recover();
      Go.panic(value);
    });
  }

  private static void repanic(Defer d) {
    d.defer(() -> {
      throw (RuntimeException) d.recover();
    });
  }

  @Test
  void panicInDeferred_notRecovered_showsBoth() {
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> Go.panic("second"));
          Go.panic("first");
        })))
        .isEqualTo("panic: first\n\tpanic: second");
  }

  @Test
  void panicInDeferred_recovered_saysSo() {
    assertThat(report(() -> Defer.run(d -> {
          again(d, "third");
          again(d, "second");
          Go.panic("first");
        })))
        .isEqualTo("panic: first [recovered]\n\tpanic: second [recovered]\n\tpanic: third");
  }

  @Test
  void repanic_sameException_isShownOnce() {
    assertThat(report(() -> Defer.run(d -> {
          repanic(d);
          Defer.run(PanicReportTest::repanicAndPanic);
        })))
        .isEqualTo("panic: message [recovered, repanicked]");
  }

  private static void repanicAndPanic(Defer d) {
    repanic(d);
    Go.panic("message");
  }

  @Test
  void repanic_sameValue_isShownOnce() {
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> Go.panic(d.recover()));
          Go.panic("message");
        })))
        .isEqualTo("panic: message [recovered, repanicked]");
    assertThat(report(() -> Defer.run(d -> {
          again(d, "message");
          Go.panic("message");
        })))
        .isEqualTo("panic: message [recovered, repanicked]");
  }

  @Test
  void repanic_inTheMiddle_keepsWhatWasBefore() {
    assertThat(report(() -> Defer.run(outer -> {
          again(outer, "outer");
          Defer.run(middle -> {
            repanic(middle);
            Defer.run(inner -> {
              again(inner, "middle");
              Go.panic("inner");
            });
          });
        })))
        .isEqualTo("panic: inner [recovered]\n"
            + "\tpanic: middle [recovered, repanicked]\n"
            + "\tpanic: outer");
  }

  @Test
  void repanic_afterAnother_isShownAgain() {
    GoPanic outer = new GoPanic("outer");
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> {
            d.recover();
            throw outer;
          });
          Defer.run(inner -> {
            again(inner, "inner");
            throw outer;
          });
        })))
        .isEqualTo("panic: outer [recovered]\n\tpanic: inner [recovered]\n\tpanic: outer");
  }

  @Test
  void panicInDeferred_sameExceptionNotRecovered_isShownOnce() {
    GoPanic same = new GoPanic("message");
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> {
            throw same;
          });
          throw same;
        })))
        .isEqualTo("panic: message");
  }

  @Test
  void earlierPanic_stackTrace_isReachableFromTheLater() {
    GoPanic first = new GoPanic("first");
    Throwable second = catchThrowable(() -> Defer.run(d -> {
      again(d, "second");
      throw first;
    }));
    assertThat(second.getSuppressed()).singleElement().satisfies(earlier -> {
      assertThat(earlier).hasMessage("panic: first [recovered]").hasCause(first);
    });
  }

  @Test
  void runtimeErrors_ofTheJvm_areToldInGosWords() {
    int[] array = new int[3];
    Object string = "s";
    int zero = array[0];
    assertStartsWith("integer divide by zero\n[", () -> array[0] = 1 / zero);
    assertStartsWith("index out of range [5] with length 3\n[", () -> array[5] = 1);
    assertStartsWith("index out of range [-1]\n[", () -> array[zero - 1] = 1);
    assertStartsWith("index out of range [7] with length 1\n[", () -> "s".charAt(7 + zero));
    assertStartsWith("makeslice: len out of range\n[", () -> array[0] = new int[zero - 1].length);
    assertStartsWith(
        "invalid memory address or nil pointer dereference\n[java.lang.NullPointerException",
        () -> array[0] = ((String) System.getProperties().get("no such")).length());
    assertThat(report(() -> array[0] = (Integer) string))
        .startsWith("panic: interface conversion: interface {} is java.lang.String,"
            + " not java.lang.Integer\n[java.lang.ClassCastException");
  }

  private static void assertStartsWith(String text, ThrowingCallable program) {
    assertThat(report(program)).startsWith("panic: runtime error: " + text);
  }

  @Test
  void exceptions_ofJavaOnly_areToldInJavasWords() {
    assertThat(Panics.headline(new IllegalStateException("full")))
        .isEqualTo("panic: java.lang.IllegalStateException: full");
    assertThat(Panics.headline(new ArithmeticException("overflow")))
        .isEqualTo("panic: java.lang.ArithmeticException: overflow");
    assertThat(Panics.headline(new IndexOutOfBoundsException()))
        .isEqualTo("panic: java.lang.IndexOutOfBoundsException");
    assertThat(Panics.headline(new GoPanic(42))).isEqualTo("panic: 42");
  }

  @Test
  void fatalErrors_always_endTheProgram() {
    assertThat(Panics.headline(new GoFatalError("all goroutines are asleep - deadlock!")))
        .isEqualTo("fatal error: all goroutines are asleep - deadlock!");
    assertThat(Panics.headline(new StackOverflowError())).isEqualTo("fatal error: stack overflow");
    assertThat(Panics.headline(new OutOfMemoryError("Java heap space")))
        .isEqualTo("fatal error: runtime: out of memory");
  }

  @Test
  void panicBelowADeferredFunction_notRecovered_showsAll() {
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> Defer.run(e -> {
            e.defer(() -> Defer.run(f -> {
              f.defer(() -> Go.panic("fourth"));
              Go.panic("third");
            }));
            Go.panic("second");
          }));
          Go.panic("first");
        })))
        .isEqualTo("panic: first\n\tpanic: second\n\tpanic: third\n\tpanic: fourth");
  }

  @Test
  void panicBelowADeferredFunction_someRecovered_marksThose() {
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> Defer.run(e -> {
            again(e, "third");
            Go.panic("second");
          }));
          Go.panic("first");
        })))
        .isEqualTo("panic: first\n\tpanic: second [recovered]\n\tpanic: third");
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> {
            d.recover();
            panicTwice("second", "third");
          });
          Go.panic("first");
        })))
        .isEqualTo("panic: first [recovered]\n\tpanic: second\n\tpanic: third");
  }

  private static void panicTwice(Object value, Object second) {
    Defer.run(e -> {
      e.defer(() -> Go.panic(second));
      Go.panic(value);
    });
  }

  @Test
  void repanicBelowADeferredFunction_isShownOnce() {
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> panicTwice(d.recover(), "third"));
          Go.panic("first");
        })))
        .isEqualTo("panic: first [recovered, repanicked]\n\tpanic: third");
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> Defer.run(e -> {
            repanic(e);
            Go.panic("second");
          }));
          Go.panic("first");
        })))
        .isEqualTo("panic: first\n\tpanic: second [recovered, repanicked]");
  }

  @Test
  void panics_withoutAText_areToldByTheirType() {
    GoPanic panic = new GoPanic(new Mute());
    assertThat(panic.value()).isInstanceOf(Mute.class);
    assertThat(report(() -> Defer.run(d -> {
          d.defer(() -> Go.panic("second"));
          throw panic;
        })))
        .isEqualTo("panic: dev.goguard.runtime.PanicReportTest$Mute (panic while printing panic"
            + " value: java.lang.IllegalStateException)\n\tpanic: second");
  }

  /** A value that has no text. */
  private static final class Mute {
    @Override
    public String toString() {
      throw new IllegalStateException();
    }
  }
}
