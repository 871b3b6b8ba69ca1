package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Deferred functions and what they recover. */
@Guarded
class DeferTest {
  private final List<Object> log = new ArrayList<>();

  /** Defers what recovers a panic and notes the value it was raised with. */
  private void recoverIn(Defer d) {
    d.recover(panic -> log.add(((GoPanic) panic).value()));
  }

  private void noteNothingToRecover(Defer d) {
    d.defer(() -> log.add(d.recover() == null));
  }

  @Test
  void defer_bodyReturns_runsLastFirst() {
    int result = Defer.call(d -> {
      IntStream.range(0, 5).forEach(i -> d.defer(() -> log.add(i)));
      log.add("body");
      return 7;
    });
    assertThat(result).isEqualTo(7);
    assertThat(log).containsExactly("body", 4, 3, 2, 1, 0);
  }

  @Test
  void defer_someOnly_runsThoseThatWereReached() {
    assertThatThrownBy(() -> Defer.run(d -> {
          d.defer(() -> log.add(1));
          if (log.isEmpty()) {
            d.defer(() -> log.add(2));
          }
          Go.panic("stop");
          d.defer(() -> log.add(3));
        }))
        .hasMessage("stop");
    assertThat(log).containsExactly(2, 1);
  }

  @Test
  void defer_inADeferredFunction_runsNext() {
    Defer.run(d -> {
      d.defer(() -> log.add("last"));
      d.defer(() -> d.defer(() -> log.add("next")));
    });
    assertThat(log).containsExactly("next", "last");
  }

  @Test
  void recover_panic_frameReturnsNormally() {
    Object result = Defer.call(d -> {
      d.defer(() -> log.add("first deferred"));
      recoverIn(d);
      throw Go.panic(1);
    });
    assertThat(result).isNull();
    assertThat(log).containsExactly(1, "first deferred");
  }

  @Test
  void recover_again_isNull() {
    Defer.run(d -> {
      noteNothingToRecover(d);
      d.defer(() -> {
        log.add(d.recover().getMessage());
        log.add(d.recover());
      });
      Go.panic("once");
    });
    assertThat(log).containsExactly("once", null, true);
  }

  @Test
  void recover_noPanic_isNull() {
    Defer.run(d -> {
      noteNothingToRecover(d);
      d.recover(panic -> log.add("called"));
      log.add(d.recover());
    });
    assertThat(log).containsExactly(null, true);
  }

  @Test
  void recover_inTheBodyAfterAPanicBelow_isNull() {
    Defer.run(d -> {
      try {
        Go.panic("caught");
      } catch (GoPanic e) {
        log.add(d.recover());
      }
    });
    assertThat(log).containsExactly((Object) null);
  }

  @Test
  void recover_frameWithinADeferredFunction_recoversItsOwnPanicOnly() {
    Defer.run(outer -> {
      recoverIn(outer);
      outer.defer(() -> Defer.run(inner -> {
        noteNothingToRecover(inner);
        recoverIn(inner);
        Go.panic("inner");
      }));
      outer.defer(() -> Defer.run(this::noteNothingToRecover));
      Go.panic("outer");
    });
    assertThat(log).containsExactly(true, "inner", true, "outer");
  }

  @Test
  void recover_unrecoveredBelow_isTheCallersToRecover() {
    Defer.run(d -> {
      recoverIn(d);
      Defer.run(below -> {
        below.defer(() -> log.add("below"));
        Go.panic(2);
      });
    });
    assertThat(log).containsExactly("below", 2);
  }

  @Test
  void recover_panicInADeferredFunction_isTheLaterOne() {
    Defer.run(d -> {
      noteNothingToRecover(d);
      recoverIn(d);
      d.defer(() -> Go.panic("second"));
      Go.panic("first");
    });
    assertThat(log).containsExactly("second", true);
  }

  @Test
  void recover_panicAfterTheBodyReturned_isRecovered() {
    Defer.run(d -> {
      recoverIn(d);
      d.defer(() -> Go.panic("late"));
    });
    assertThat(log).containsExactly("late");
  }

  @Test
  void recover_checkedException_isAPanicToo() {
    Defer.run(d -> {
      d.recover(panic -> log.add(panic.getClass()));
      d.defer(() -> {
        throw new IOException("disk");
      });
    });
    assertThat(log).containsExactly(IOException.class);
  }

  @Test
  void run_checkedException_isDeclaredByTheBody() {
    assertThatThrownBy(DeferTest::read).isInstanceOf(IOException.class).hasMessage("disk");
  }

  private static void read() throws IOException {
    Defer.run(d -> {
      throw new IOException("disk");
    });
  }

  @Test
  void defer_null_panicsWhenRun() {
    assertThatThrownBy(() -> Defer.run(d -> {
          d.defer(null);
          log.add("reached");
        }))
        .isInstanceOf(NullPointerException.class);
    assertThat(log).containsExactly("reached");
  }

  @Test
  void recover_fatalError_isNotRecovered() {
    assertThatThrownBy(() -> Defer.run(d -> {
          recoverIn(d);
          d.defer(() -> log.add("deferred"));
          new Mutex().unlock();
        }))
        .isInstanceOf(GoFatalError.class);
    assertThat(log).containsExactly("deferred");
  }

  @Test
  void recover_nilPanic_isNotNull() {
    Defer.run(d -> {
      d.recover(panic -> log.add(panic.getMessage()));
      Go.panic(null);
    });
    assertThat(log).containsExactly("panic called with nil argument");
  }

  @Test
  void defer_anotherThread_isRefused() throws Exception {
    Chan<Class<?>> thrown = Chan.make(1);
    Defer.run(d -> GoStatement.start(() -> {
          try {
            d.defer(() -> {});
          } catch (IllegalStateException e) {
            thrown.send(e.getClass());
          }
        })
        .join());
    assertThat(thrown.receive()).isEqualTo(IllegalStateException.class);
  }

  @Test
  void call_recovery_givesTheResultAfterAPanicOnly() {
    assertThat(orElse("hi", 0)).isEqualTo("hi");
    assertThat(orElse("hi", 5)).isEqualTo("5");
    assertThat(log).containsExactly("deferred", "deferred");
  }

  private String orElse(String value, int panic) {
    return Defer.call(
        d -> {
          d.defer(() -> log.add("deferred"));
          if (panic != 0) {
            Go.panic(panic);
          }
          return value;
        },
        Throwable::getMessage);
  }

  @Test
  void recover_thenAnotherPanicBelow_bothAreRecoveredApart() {
    Defer.run(d -> {
      noteNothingToRecover(d);
      d.defer(() -> {
        log.add(d.recover().getMessage());
        Defer.run(inner -> {
          recoverIn(inner);
          Go.panic(3);
        });
      });
      Go.panic(2);
    });
    assertThat(log).containsExactly("2", 3, true);
  }

  @Test
  void repanic_levelByLevel_reachesTheFrameThatHandlesIt() {
    interpret(0, 6, 2);
    interpret(0, 6, 3);
    assertThat(log).containsExactly("recovered at 2", "recovered at 3");
  }

  private void interpret(int level, int deepest, int handler) {
    Defer.run(d -> {
      d.recover(panic -> {
        if (level != handler) {
          throw (GoPanic) panic;
        }
        log.add("recovered at " + level);
      });
      if (level == deepest) {
        Go.panic(handler);
      }
      interpret(level + 1, deepest, handler);
    });
  }

  @Test
  void run_deepRecursion_everyFrameRecovers() {
    assertThat(depth(200)).isEqualTo(200);
  }

  private static int depth(int n) {
    int[] depth = new int[1];
    Defer.run(d -> {
      d.recover(panic -> depth[0]++);
      depth[0] = n == 0 ? -1 : depth(n - 1);
      Go.panic(n);
    });
    return depth[0];
  }

  @Test
  void defer_frameHasEnded_isRefused() {
    Defer[] frame = new Defer[1];
    Defer.run(d -> frame[0] = d);
    assertThatThrownBy(() -> frame[0].defer(() -> log.add("never")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the body and the deferred functions of this Defer have run");
    assertThatThrownBy(frame[0]::recover).isInstanceOf(IllegalStateException.class);
  }
}
