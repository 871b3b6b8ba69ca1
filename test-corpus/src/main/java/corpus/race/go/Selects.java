package corpus.race.go;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoBody;
import dev.goguard.runtime.GoRuntime;
import dev.goguard.runtime.Received;
import dev.goguard.runtime.Select;

/** After {@code select_test.go}: a select orders what its chosen case orders, and nothing else. */
final class Selects {
  private Selects() {}

  private record Task(Runnable body, Chan<Boolean> done) {}

  /** A select that sends meets one that receives. */
  static void noRaceSelect1() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make();
    Chan<Boolean> c = Chan.make();
    Chan<Boolean> c1 = Chan.make();
    Go.go(() -> {
      v.x = 1;
      Select.of(c.onSend(true, () -> {}), c1.onSend(true, () -> {})).run();
      done.send(true);
    });
    Select.of(c.onReceive(b -> {}), c1.onSend(true, () -> {})).run();
    v.x = 2;
    done.receive();
  }

  /** A select that learns of a close. */
  static void noRaceSelect2() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make();
    Chan<Boolean> c = Chan.make();
    Chan<Boolean> c1 = Chan.make();
    Go.go(() -> {
      Select.of(c.onReceive(b -> {}), c1.onReceive(b -> {})).run();
      v.x = 1;
      done.send(true);
    });
    v.x = 2;
    c.close();
    GoRuntime.gosched();
    done.receive();
  }

  /** A select that sends into a buffer. */
  static void noRaceSelect3() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make();
    Chan<Boolean> c = Chan.make(10);
    Chan<Boolean> c1 = Chan.make();
    Go.go(() -> {
      v.x = 1;
      Select.of(c.onSend(true, () -> {}), c1.onReceive(b -> {})).run();
      done.send(true);
    });
    c.receive();
    v.x = 2;
    done.receive();
  }

  /** A server that does what it receives, by selects on both sides. */
  static void noRaceSelect4() {
    Captured v = new Captured();
    Chan<Task> queue = Chan.make();
    Chan<Boolean> never = Chan.make();
    Go.go(() -> serve(queue));
    Chan<Boolean> done = Chan.make(1);
    Task task = new Task(() -> v.x = 1, done);
    Select.of(queue.onSend(task, () -> {}), never.onReceive(b -> {})).run();
    Select.of(done.onReceive(b -> {}), never.onReceive(b -> {})).run();
    int seen = v.x;
    queue.close();
  }

  private static void serve(Chan<Task> queue) {
    boolean[] open = {true};
    while (open[0]) {
      Select.of(queue.onReceiveOk(task -> open[0] = perform(task))).run();
    }
  }

  private static boolean perform(Received<Task> task) {
    if (task.ok()) {
      task.value().body().run();
      task.value().done().send(true);
    }
    return task.ok();
  }

  /** Selects and plain operations, each with either side first. */
  static void noRaceSelect5() {
    meet(true, true);
    meet(true, false);
    meet(false, true);
    meet(false, false);
  }

  private static void meet(boolean select, boolean late) {
    Captured v = new Captured();
    Chan<Boolean> c = Chan.make();
    Chan<Boolean> c1 = Chan.make();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> {
      if (late) {
        GoRuntime.gosched();
      }
      v.x = 1;
      if (select) {
        Select.of(c.onSend(true, () -> {}), c1.onReceive(b -> {})).run();
      } else {
        c.send(true);
      }
      done.send(true);
    });
    Go.go(() -> {
      if (select) {
        Select.of(c.onReceive(b -> {}), c1.onReceive(b -> {})).run();
      } else {
        c.receive();
      }
      v.x = 1;
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** Two selects that each meet a receive, and write behind it. */
  static void raceSelect1() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make(2);
    Chan<Boolean> c = Chan.make();
    Chan<Boolean> c1 = Chan.make();
    Go.go(() -> {
      c.receive();
      c.receive();
    });
    GoBody f = () -> {
      Select.of(c.onSend(true, () -> {}), c1.onSend(true, () -> {})).run();
      // RACE: x
      v.x = 1;
      done.send(true);
    };
    Go.go(f);
    Go.go(f);
    done.receive();
    done.receive();
  }

  /** A write before the select that learns of the close, and one behind the close. */
  static void raceSelect2() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make();
    Chan<Boolean> c = Chan.make();
    Chan<Boolean> c1 = Chan.make();
    Go.go(() -> {
      // RACE: x
      v.x = 1;
      Select.of(c.onReceive(b -> {}), c1.onReceive(b -> {})).run();
      done.send(true);
    });
    c.close();
    // RACE: x
    v.x = 2;
    done.receive();
  }

  /** A write before each of two selects that meet. */
  static void raceSelect3() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make();
    Chan<Boolean> c = Chan.make();
    Chan<Boolean> c1 = Chan.make();
    Go.go(() -> {
      // RACE: x
      v.x = 1;
      Select.of(c.onSend(true, () -> {}), c1.onSend(true, () -> {})).run();
      done.send(true);
    });
    // RACE: x
    v.x = 2;
    Select.of(c.onReceive(b -> {})).run();
    done.receive();
  }

  /** A select that has nothing but its default. */
  static void raceSelect4() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      Select.of()
          .orElse(() -> {
            // RACE: x
            v.x = 2;
          })
          .run();
      done.send(true);
    });
    // RACE: x
    int seen = v.x;
    done.receive();
  }

  /** Only the case that can be chosen writes. */
  static void raceSelect5() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make(1);
    Chan<Boolean> c1 = Chan.make(1);
    Chan<Boolean> c2 = Chan.make();
    Go.go(() -> {
      Select.of(
              c1.onSend(true, () -> {
                // RACE: x
                v.x = 1;
              }),
              c2.onSend(true, () -> v.y = 1))
          .run();
      done.send(true);
    });
    // RACE: x
    int seen = v.x;
    int other = v.y;
    done.receive();
  }

  /** After {@code chan_test.go}: what a case sends is read, what another receives is written. */
  static void raceSelectReadWriteAsync() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make();
    Chan<Integer> c1 = Chan.make(10);
    Chan<Integer> c2 = Chan.make(10);
    Chan<Integer> c3 = Chan.make();
    c2.send(1);
    Go.go(() -> {
      // RACE: x
      Select.of(c1.onSend(v.x, () -> {}), c3.onSend(1, () -> {})).run();
      done.send(true);
    });
    Select.of(
            c2.onReceive(i -> {
              // RACE: x
              v.x = i;
            }),
            c3.onSend(1, () -> {}))
        .run();
    done.receive();
  }

  /** The same without buffers; both channels have partners of their own. */
  static void raceSelectReadWriteSync() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make();
    Chan<Integer> c1 = Chan.make();
    Chan<Integer> c2 = Chan.make();
    Chan<Integer> c3 = Chan.make();
    Go.go(c1::receive);
    Go.go(() -> c2.send(1));
    Go.go(() -> {
      // RACE: x
      Select.of(c1.onSend(v.x, () -> {}), c3.onSend(1, () -> {})).run();
      done.send(true);
    });
    Select.of(
            c2.onReceive(i -> {
              // RACE: x
              v.x = i;
            }),
            c3.onSend(1, () -> {}))
        .run();
    done.receive();
  }

  /** The same through one channel. */
  static void noRaceSelectReadWriteAsync() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make();
    Chan<Integer> c1 = Chan.make();
    Chan<Integer> c2 = Chan.make();
    Go.go(() -> {
      Select.of(c1.onSend(v.x, () -> {}), c2.onSend(1, () -> {})).run();
      done.send(true);
    });
    Select.of(c1.onReceive(i -> v.x = i), c2.onSend(1, () -> {})).run();
    done.receive();
  }
}
