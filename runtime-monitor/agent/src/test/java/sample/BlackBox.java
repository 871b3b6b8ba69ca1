package sample;

import dev.goguard.runtime.Context;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoBody;
import dev.goguard.runtime.GoRuntime;
import dev.goguard.runtime.Once;
import dev.goguard.runtime.Pool;
import dev.goguard.runtime.Timer;
import dev.goguard.runtime.WaitGroup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;

/**
 * Goroutines of which one comes after the other by the clock on the wall only, both having used the
 * same part of GoGuard's runtime, or, in those whose names begin with ordered, by an edge.
 */
public final class BlackBox {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final VarHandle TURN = MethodHandles.arrayElementVarHandle(int[].class);

  private BlackBox() {}

  /** Opaque: the second goroutine comes later, and nothing orders it. */
  private static void inTurn(String name, GoBody first, GoBody second) {
    System.err.println("-- " + name);
    int[] turn = {0};
    WaitGroup group = new WaitGroup();
    group.go(() -> {
      first.run();
      TURN.setOpaque(turn, 0, 1);
    });
    group.go(() -> {
      while ((int) TURN.getOpaque(turn, 0) == 0) {
        Thread.yield();
      }
      second.run();
    });
    group.await();
  }

  private static void dumps() {
    Cell c = new Cell();
    inTurn(
        "raceDumps",
        () -> {
          c.value = 1;
          GoRuntime.stack(true);
          GoRuntime.stackJson(true);
        },
        () -> {
          GoRuntime.stack(true);
          GoRuntime.numGoroutine();
          c.value++;
        });
  }

  private static void osThreads() {
    Cell c = new Cell();
    inTurn(
        "raceOsThreads",
        () -> {
          c.value = 1;
          GoRuntime.lockOSThread();
          GoRuntime.unlockOSThread();
        },
        () -> {
          GoRuntime.lockOSThread();
          GoRuntime.unlockOSThread();
          c.value++;
        });
  }

  private static void timers() {
    Cell c = new Cell();
    inTurn(
        "raceTimers",
        () -> {
          c.value = 1;
          Timer.newTimer(HOUR).stop();
        },
        () -> {
          WaitGroup done = new WaitGroup();
          done.add(1);
          Timer.afterFunc(Duration.ofMillis(1), done::done);
          done.await();
          c.value++;
        });
  }

  private static void ticks() {
    Cell c = new Cell();
    inTurn(
        "raceTicks",
        () -> {
          c.value = 1;
          Timer.newTimer(Duration.ofMillis(1)).channel().receive();
        },
        () -> {
          Timer.newTimer(Duration.ofMillis(1)).channel().receive();
          c.value++;
        });
  }

  private static void functions() {
    System.err.println("-- raceFunctions");
    Cell c = new Cell();
    WaitGroup done = new WaitGroup();
    done.add(2);
    Timer.afterFunc(Duration.ofMillis(1), () -> {
      c.value++;
      done.done();
    });
    Go.go(() -> {
      c.value = 2;
      done.done();
    });
    done.await();
  }

  private static void pools() {
    Cell c = new Cell();
    Pool<Object> pool = new Pool<>(Object::new);
    inTurn(
        "racePools",
        () -> {
          c.value = 1;
          pool.put(new Object());
          pool.get();
        },
        () -> {
          pool.get();
          c.value++;
        });
  }

  private static void starts() {
    Cell c = new Cell();
    inTurn(
        "raceStarts",
        () -> {
          c.value = 1;
          Go.go(() -> {});
        },
        () -> {
          Go.go(() -> {});
          c.value++;
        });
  }

  private static void contexts() {
    Cell c = new Cell();
    inTurn(
        "raceContexts",
        () -> {
          c.value = 1;
          Context.withTimeout(Context.background(), HOUR).close();
        },
        () -> {
          Context.withTimeout(Context.background(), HOUR).close();
          c.value++;
        });
  }

  private static void callbacks() {
    Cell made = new Cell();
    Pool<Cell> pool = new Pool<>(() -> {
      made.value++;
      return made;
    });
    inTurn("racePoolSupplier", () -> pool.get(), () -> pool.get());
    Cell once = new Cell();
    Once first = new Once();
    inTurn("raceOnceActions", () -> first.run(() -> once.value++), () -> once.value++);
    Cell run = new Cell();
    Once both = new Once();
    inTurn("orderedOnce", () -> both.run(() -> run.value++), () -> {
      both.run(() -> run.value++);
      run.value++;
    });
  }

  public static void main(String[] args) {
    dumps();
    osThreads();
    timers();
    ticks();
    functions();
    pools();
    starts();
    contexts();
    callbacks();
    System.err.println("-- end");
  }
}
