package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.util.concurrent.locks.LockSupport;

/**
 * A permit that somebody else has left with the goroutine makes it park once more, and no worse.
 *
 * <p>That waking writes with volatile semantics is not shown by this: a release write that is
 * overtaken by the read of the permit needs both in flight at once, and has not been seen here. The
 * reasoning beside the write has to do.
 */
@Guarded
class StrayPermitTest {
  private static final int ELEMENTS = 50_000;

  @Capacities
  void sendAndReceive_permitLeftBefore_loseNoWakeUp(int capacity) {
    Chan<Integer> ch = Chan.make(capacity);
    WaitGroup sending = new WaitGroup();
    sending.go(() -> {
      for (int i = 0; i < ELEMENTS; i++) {
        LockSupport.unpark(Thread.currentThread());
        ch.send(i);
      }
      ch.close();
    });
    Chan<Integer> sums = Chan.make(1);
    Go.go(() -> sums.send(receiveAll(ch)));
    assertThat(sums.receive()).isEqualTo(ELEMENTS);
    sending.await();
  }

  private static int receiveAll(RecvChan<Integer> ch) {
    int received = 0;
    LockSupport.unpark(Thread.currentThread());
    while (ch.receiveOk().ok()) {
      received++;
      LockSupport.unpark(Thread.currentThread());
    }
    return received;
  }
}
