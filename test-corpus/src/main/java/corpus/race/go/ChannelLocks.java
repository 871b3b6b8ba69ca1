package corpus.race.go;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;

/** After {@code chan_test.go}: a buffer with a limit locks, or waits for a group. */
final class ChannelLocks {
  private ChannelLocks() {}

  /** A buffer of one is a mutex. */
  static void noRaceChanMutex() {
    Captured v = new Captured();
    Chan<Void> done = Chan.make();
    Chan<Void> mutex = Chan.make(1);
    Go.go(() -> {
      mutex.send(null);
      v.x = 42;
      mutex.receive();
      done.send(null);
    });
    mutex.send(null);
    v.x = 43;
    mutex.receive();
    done.receive();
  }

  /** The same with selects. */
  static void noRaceSelectMutex() {
    Captured v = new Captured();
    Chan<Void> done = Chan.make();
    Chan<Void> mutex = Chan.make(1);
    Chan<Boolean> never = Chan.make();
    Go.go(() -> {
      Select.of(mutex.onSend(null, () -> {}), never.onReceive(b -> {})).run();
      v.x = 42;
      Select.of(mutex.onReceive(none -> {}), never.onReceive(b -> {})).run();
      done.send(null);
    });
    Select.of(mutex.onSend(null, () -> {}), never.onReceive(b -> {})).run();
    v.x = 43;
    Select.of(mutex.onReceive(none -> {}), never.onReceive(b -> {})).run();
    done.receive();
  }

  /** A buffer of two is a semaphore with two permits, and lets both in. */
  static void raceChanSem() {
    Captured v = new Captured();
    Chan<Void> done = Chan.make();
    Chan<Boolean> permits = Chan.make(2);
    Go.go(() -> {
      permits.send(true);
      // RACE: x
      v.x = 42;
      permits.receive();
      done.send(null);
    });
    permits.send(true);
    // RACE: x
    v.x = 43;
    permits.receive();
    done.receive();
  }

  /** Filling the buffer again waits for all who have taken a place in it. */
  static void noRaceChanWaitGroup() {
    int n = 10;
    Chan<Boolean> places = Chan.make(n / 2);
    int[] data = new int[n];
    for (int i = 0; i < n; i++) {
      places.send(true);
      int own = i;
      Go.go(() -> {
        data[own] = 42;
        places.receive();
      });
    }
    for (int i = 0; i < places.cap(); i++) {
      places.send(true);
    }
    for (int i = 0; i < n; i++) {
      int seen = data[i];
    }
  }

  /** An element whose sender had to wait for room. */
  static void noRaceBlockedSendSync() {
    Chan<Captured> c = Chan.make(1);
    c.send(null);
    Go.go(() -> {
      Captured element = new Captured();
      element.x = 42;
      c.send(element);
    });
    c.receive();
    check(c.receive().x == 42);
  }

  /** The same, received by a select. */
  static void noRaceBlockedSelectSendSync() {
    Chan<Captured> c = Chan.make(1);
    Chan<Integer> never = Chan.make();
    c.send(null);
    Go.go(() -> {
      Captured element = new Captured();
      element.x = 42;
      c.send(element);
    });
    c.receive();
    Select.of(c.onReceive(element -> check(element.x == 42)), never.onReceive(i -> {}))
        .run();
  }

  private static void check(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("something else was received");
    }
  }

  /** Elements without contents order like others. */
  static void noRaceElemSize0() {
    Captured v = new Captured();
    Chan<Void> c = Chan.make(2);
    WaitGroup all = new WaitGroup();
    c.send(null);
    c.send(null);
    all.go(() -> {
      v.x += 1;
      c.receive();
    });
    all.go(() -> {
      v.y += 1;
      c.receive();
    });
    c.send(null);
    c.send(null);
    v.x += 1;
    v.y += 1;
    all.await();
  }
}
