package dev.goguard.race.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.ThreadStates;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** An edge stands where the result says that there was one, and nowhere else. */
final class ConditionalHandoversTest {
  private final Object key = new Object();

  private static <T> T inThread(Callable<T> task) throws Exception {
    ThreadStates.current(); // the first thread that is seen records nothing: not that one
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(future);
    thread.start();
    return future.get();
  }

  /** An access of a thread that then releases. */
  private static long accessBefore(Runnable release) throws Exception {
    return inThread(() -> {
      long cell = ThreadStates.current().access(Cell.WRITE, 1, 0);
      release.run();
      return cell;
    });
  }

  private static boolean isBeforeWhatFollows(long access, Runnable acquire) throws Exception {
    return inThread(() -> {
      acquire.run();
      return ThreadStates.current().happensBefore(access);
    });
  }

  @Test
  void statusOfATaskThatIsNotDone_ordersNothing() throws Exception {
    long access = accessBefore(() -> Handovers.release(key));
    assertThat(isBeforeWhatFollows(access, () -> Handovers.acquireWhenNegative(-1, key)))
        .isTrue();
    assertThat(isBeforeWhatFollows(access, () -> Handovers.acquireWhenNegative(0, key)))
        .isFalse();
    assertThat(isBeforeWhatFollows(access, () -> Handovers.acquireWhenNegative(1, key)))
        .isFalse();
  }

  @Test
  void taskStatusReadAsNotDone_ordersNothing() throws Exception {
    long access = accessBefore(() -> Handovers.release(key));
    assertThat(isBeforeWhatFollows(access, () -> Tasks.statusRead(key, -1))).isTrue();
    assertThat(isBeforeWhatFollows(access, () -> Tasks.statusRead(key, 0))).isFalse();
  }

  @Test
  void interruptStatusReadAsFalse_ordersNothing() throws Exception {
    Thread target = Thread.currentThread();
    long access = accessBefore(() -> Threads.interrupting(target));
    assertThat(isBeforeWhatFollows(access, () -> Threads.interruptReadWhenTrue(true, target)))
        .isTrue();
    assertThat(isBeforeWhatFollows(access, () -> Threads.interruptReadWhenTrue(false, target)))
        .isFalse();
  }

  @Test
  void waitInsideDeepRecursion_isFollowedAsLongAsTheMonitorIsHeld() throws Exception {
    long access = inThread(() -> {
      for (int i = 0; i < 100; i++) {
        Waits.entered(key);
      }
      for (int i = 0; i < 80; i++) {
        Waits.exiting(key);
      }
      long cell = ThreadStates.current().access(Cell.WRITE, 1, 0);
      Waits.waiting(key);
      return cell;
    });
    assertThat(isBeforeWhatFollows(access, () -> Waits.entered(key))).isTrue();
  }

  @Test
  void threadThatWasNotMet_staysUnknownWhenItEnds() throws Exception {
    assertThat(inThread(() -> {
          Threads.ended();
          return ThreadStates.of(Thread.currentThread()) == null;
        }))
        .isTrue();
  }
}
