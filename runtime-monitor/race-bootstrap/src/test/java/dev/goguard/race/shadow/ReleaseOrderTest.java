package dev.goguard.race.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadStates;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class ReleaseOrderTest {
  private static final int STORE = AccessMode.WRITE | AccessMode.RELEASE | AccessMode.REPLACE;

  private final SyncClock clock = new SyncClock();

  private static <T> T inThread(Callable<T> task) throws Exception {
    ThreadStates.current(); // the first thread that is seen records nothing: not that one
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(future);
    thread.start();
    return future.get();
  }

  /** An access of a thread, which then does a release store. */
  private long store() throws Exception {
    return inThread(() -> {
      long cell = ThreadStates.current().access(Cell.WRITE, 1, 0);
      ReleaseOrder.enter(clock);
      ReleaseOrder.order(clock, STORE, ThreadStates.current());
      ReleaseOrder.leave(clock);
      return cell;
    });
  }

  private boolean isBeforeReadOf(long access, int stamp) throws Exception {
    return inThread(() -> {
      ReleaseOrder.read(clock, stamp, ThreadStates.current());
      return ThreadStates.current().happensBefore(access);
    });
  }

  @Test
  void readerOfAValueThatIsReplacedMeanwhile_knowsWhatWentBeforeIt() throws Exception {
    long access = store();
    int stamp = ReleaseOrder.stamp(clock);
    store();
    assertThat(isBeforeReadOf(access, stamp)).isTrue();
  }

  @Test
  void readerOfALaterValue_doesNot() throws Exception {
    long access = store();
    long later = store();
    int stamp = ReleaseOrder.stamp(clock);
    assertThat(isBeforeReadOf(access, stamp)).isFalse();
    assertThat(isBeforeReadOf(later, stamp)).isTrue();
  }
}
