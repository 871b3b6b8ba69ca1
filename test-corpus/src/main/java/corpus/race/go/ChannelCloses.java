package corpus.race.go;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoPanic;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;

/** After {@code chan_test.go}: closing is a write of the channel, sending reads it. */
final class ChannelCloses {
  private ChannelCloses() {}

  /** A send that panics is ordered with nothing. */
  static void raceChanSyncCloseSend() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      // RACE: x
      v.x = 1;
      // RACE: c
      c.close();
    });
    try {
      // RACE: c
      c.send(0);
    } catch (GoPanic closed) {
      // RACE: x
      v.x = 2;
    }
    all.await();
  }

  /** Sends until the channel is closed. */
  static void raceChanAsyncCloseSend() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(10);
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      // RACE: x
      v.x = 1;
      // RACE: c
      c.close();
    });
    try {
      while (true) {
        // RACE: c
        c.send(0);
      }
    } catch (GoPanic closed) {
      // RACE: x
      v.x = 2;
    }
    all.await();
  }

  /** Who closes second panics and has not seen what the first did. */
  static void raceChanCloseClose() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> {
      // RACE: v
      v.v1 = 1;
      try {
        c.close();
      } catch (GoPanic closed) {
        // RACE: v
        v.v2 = 2;
      }
      done.send(true);
    });
    Go.go(() -> {
      // RACE: v
      v.v2 = 1;
      try {
        c.close();
      } catch (GoPanic closed) {
        // RACE: v
        v.v1 = 2;
      }
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** A send that may come before the close or after it. */
  static void raceChanSendClose() {
    Chan<Integer> c = Chan.make(1);
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> {
      try {
        // RACE: c
        c.send(1);
      } catch (GoPanic closed) {
        // one of the two outcomes
      }
      done.send(true);
    });
    Go.go(() -> {
      // RACE: c
      c.close();
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** A select that sends on a channel somebody has closed. */
  static void raceChanSendSelectClose() {
    Chan<Integer> c = Chan.make(1);
    Chan<Integer> never = Chan.make();
    Chan<Boolean> done = Chan.make(2);
    Gate closed = new Gate();
    Go.go(() -> {
      closed.pass();
      try {
        // RACE: c
        Select.of(c.onSend(1, () -> {}), never.onReceive(v -> {})).run();
      } catch (GoPanic panic) {
        done.send(true);
      }
    });
    Go.go(() -> {
      // RACE: c
      c.close();
      closed.open();
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** A close that may come before the send or after it. */
  static void raceChanCloseSend() {
    Chan<Integer> c = Chan.make(10);
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      // RACE: c
      c.close();
      done.send(true);
    });
    try {
      // RACE: c
      c.send(0);
    } catch (GoPanic closed) {
      // one of the two outcomes
    }
    done.receive();
  }

  /** The length may be asked while the channel is closed. */
  static void noRaceChanCloseLen() {
    Chan<Integer> c = Chan.make(10);
    Chan<Integer> r = Chan.make(10);
    Go.go(() -> r.send(c.len()));
    Go.go(() -> {
      c.close();
      r.send(0);
    });
    r.receive();
    r.receive();
  }

  /** The capacity never changes. */
  static void noRaceChanCloseCap() {
    Chan<Integer> c = Chan.make(10);
    Chan<Integer> r = Chan.make(10);
    Go.go(() -> r.send(c.cap()));
    Go.go(() -> {
      c.close();
      r.send(0);
    });
    r.receive();
    r.receive();
  }

  /** Who finds a channel closed has seen what happened before the close, at whatever moment. */
  static void noRaceCloseHappensBeforeRead() {
    for (int i = 0; i < 100; i++) {
      Captured v = new Captured();
      Chan<Void> write = Chan.make();
      Chan<Void> read = Chan.make();
      WaitGroup all = new WaitGroup();
      all.go(() -> {
        Select.of(write.onReceive(none -> look(v))).orElse(() -> {}).run();
        read.close();
      });
      all.go(() -> {
        v.x = 1;
        write.close();
      });
      read.receive();
      all.await();
    }
  }

  private static void look(Captured v) {
    int seen = v.x;
  }
}
