package corpus.race.go;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Defer;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoRuntime;
import dev.goguard.runtime.Received;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;

/** After {@code chan_test.go}: which sends and receives order what. */
final class Channels {
  private Channels() {}

  /** A send happens before its receive. */
  static void noRaceChanSync() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    Go.go(() -> {
      v.x = 1;
      c.send(0);
    });
    c.receive();
    v.x = 2;
  }

  /** Without a buffer a receive happens before its send is over. */
  static void noRaceChanSyncRev() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      c.send(0);
      v.x = 2;
    });
    v.x = 1;
    c.receive();
    all.await();
  }

  /** A buffered send happens before its receive. */
  static void noRaceChanAsync() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(10);
    Go.go(() -> {
      v.x = 1;
      c.send(0);
    });
    c.receive();
    v.x = 2;
  }

  /** A buffered send waits for no receive. */
  static void raceChanAsyncRev() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(10);
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      c.send(0);
      // RACE: x
      v.x = 1;
    });
    // RACE: x
    v.x = 2;
    c.receive();
    all.await();
  }

  /** A close happens before a receive that finds the channel closed. */
  static void noRaceChanAsyncCloseRecv() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(10);
    Go.go(() -> {
      v.x = 1;
      c.close();
    });
    Defer.run(d -> {
      d.defer(() -> v.x = 2);
      c.receive();
    });
  }

  /** The same, with a receive that tells whether the channel is closed. */
  static void noRaceChanAsyncCloseRecv2() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(10);
    Go.go(() -> {
      v.x = 1;
      c.close();
    });
    c.receiveOk();
    v.x = 2;
  }

  /** The same, with a loop over the channel. */
  static void noRaceChanAsyncCloseRecv3() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(10);
    Go.go(() -> {
      v.x = 1;
      c.close();
    });
    for (Integer element : c) {
      throw new IllegalStateException("nobody sends");
    }
    v.x = 2;
  }

  /** As with a buffer. */
  static void noRaceChanSyncCloseRecv() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    Go.go(() -> {
      v.x = 1;
      c.close();
    });
    Defer.run(d -> {
      d.defer(() -> v.x = 2);
      c.receive();
    });
  }

  /** As with a buffer. */
  static void noRaceChanSyncCloseRecv2() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    Go.go(() -> {
      v.x = 1;
      c.close();
    });
    c.receiveOk();
    v.x = 2;
  }

  /** As with a buffer. */
  static void noRaceChanSyncCloseRecv3() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    Go.go(() -> {
      v.x = 1;
      c.close();
    });
    c.forEach(element -> {
      throw new IllegalStateException("nobody sends");
    });
    v.x = 2;
  }

  /** That an element is there says nothing about what its sender did. */
  static void raceChanSendLen() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(10);
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      // RACE: x
      v.x = 1;
      c.send(1);
    });
    while (c.len() == 0) {
      GoRuntime.gosched();
    }
    // RACE: x
    v.x = 2;
    all.await();
  }

  /** That the element is gone says nothing about what its receiver did. */
  static void raceChanRecvLen() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(10);
    WaitGroup all = new WaitGroup();
    c.send(1);
    all.go(() -> {
      // RACE: x
      v.x = 1;
      c.receive();
    });
    while (c.len() != 0) {
      GoRuntime.gosched();
    }
    // RACE: x
    v.x = 2;
    all.await();
  }

  /** A send that was not possible orders nothing. */
  static void raceChanSendSend() {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make(2);
    Chan<Integer> c = Chan.make(1);
    Go.go(() -> {
      // RACE: v
      v.v1 = 1;
      Select.of(c.onSend(1, () -> {}))
          .orElse(() -> {
            // RACE: v
            v.v2 = 2;
          })
          .run();
      done.send(true);
    });
    Go.go(() -> {
      // RACE: v
      v.v2 = 1;
      Select.of(c.onSend(1, () -> {}))
          .orElse(() -> {
            // RACE: v
            v.v1 = 2;
          })
          .run();
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** An object that is handed over. */
  static void noRaceChanPtr() {
    Chan<Captured> c = Chan.make();
    Go.go(() -> {
      Captured message = new Captured();
      message.x = 1;
      c.send(message);
    });
    Captured message = c.receive();
    message.x = 2;
  }

  /** Who receives from one sender writes what the other sender wrote. */
  static void raceChanWrongSend() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(2);
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      // RACE: v
      v.v1 = 1;
      c.send(1);
    });
    all.go(() -> {
      // RACE: v
      v.v2 = 2;
      c.send(2);
    });
    if (c.receive() == 1) {
      // RACE: v
      v.v2 = 3;
    } else {
      // RACE: v
      v.v1 = 3;
    }
    all.await();
  }

  /** Who receives the last element has not seen the close behind it. */
  static void raceChanWrongClose() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make(1);
    Gate sent = new Gate();
    Gate closed = new Gate();
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      v.v1 = 1;
      // RACE: c
      c.send(1);
      sent.open();
    });
    all.go(() -> {
      sent.pass();
      // RACE: v
      v.v2 = 2;
      // RACE: c
      c.close();
      closed.open();
    });
    closed.pass();
    Received<Integer> received = c.receiveOk();
    if (received.ok()) {
      // RACE: v
      v.v2 = 2;
    } else {
      v.v1 = 2;
    }
    all.await();
  }

  /** What is sent is read before it is sent. */
  static void raceChanReadWriteAsync() {
    Captured v = new Captured();
    Chan<Integer> c1 = Chan.make(10);
    Chan<Integer> c2 = Chan.make(10);
    Chan<Boolean> done = Chan.make();
    c2.send(10);
    Go.go(() -> {
      // RACE: x
      c1.send(v.x);
      done.send(true);
    });
    // RACE: x
    v.x = c2.receive();
    done.receive();
  }

  /** As with buffers; both channels have partners of their own. */
  static void raceChanReadWriteSync() {
    Captured v = new Captured();
    Chan<Integer> c1 = Chan.make();
    Chan<Integer> c2 = Chan.make();
    Chan<Boolean> done = Chan.make();
    Go.go(c1::receive);
    Go.go(() -> c2.send(10));
    Go.go(() -> {
      // RACE: x
      c1.send(v.x);
      done.send(true);
    });
    // RACE: x
    v.x = c2.receive();
    done.receive();
  }

  /** A variable that travels through the channel. */
  static void noRaceChanReadWriteAsync() {
    Captured v = new Captured();
    Chan<Integer> c1 = Chan.make(10);
    Chan<Boolean> done = Chan.make();
    Go.go(() -> {
      c1.send(v.x);
      done.send(true);
    });
    v.x = c1.receive();
    done.receive();
  }

  /** A job that somebody else does, and the answer that it is done. */
  static void noRaceProducerConsumerUnbuffered() {
    record Task(Runnable body, Chan<Boolean> done) {}
    Captured v = new Captured();
    Chan<Task> queue = Chan.make();
    Go.go(() -> {
      Task task = queue.receive();
      task.body().run();
      task.done().send(true);
    });
    Chan<Boolean> done = Chan.make(1);
    queue.send(new Task(() -> v.x = 1, done));
    done.receive();
    int seen = v.x;
  }
}
