package corpus.race.go;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.WaitGroup;

/** After {@code chan_test.go}: the variable that holds a channel is one like others. */
final class ChannelVariables {
  private ChannelVariables() {}

  /** Replaced while somebody sends. */
  static void raceChanItselfSend() {
    Captured v = new Captured();
    v.chan = Chan.make(10);
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      // RACE: chan
      v.chan.send(0);
      done.send(true);
    });
    // RACE: chan
    v.chan = Chan.make(20);
    done.receive();
  }

  /** Replaced when somebody has received. */
  static void raceChanItselfRecv() {
    Captured v = new Captured();
    v.chan = Chan.make(10);
    v.chan.send(1);
    Chan<Boolean> done = Chan.make(1);
    Gate received = new Gate();
    Go.go(() -> {
      // RACE: chan
      v.chan.receive();
      received.open();
      done.send(true);
    });
    received.pass();
    // RACE: chan
    v.chan = Chan.make(20);
    done.receive();
  }

  /** Set to the nil channel when somebody has sent. */
  static void raceChanItselfNil() {
    Captured v = new Captured();
    v.chan = Chan.make(10);
    Gate sent = new Gate();
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      // RACE: chan
      v.chan.send(0);
      sent.open();
    });
    sent.pass();
    // RACE: chan
    v.chan = Chan.nil();
    Chan<Integer> seen = v.chan;
    all.await();
  }

  /** Replaced while somebody closes. */
  static void raceChanItselfClose() {
    Captured v = new Captured();
    v.chan = Chan.make();
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      // RACE: chan
      v.chan.close();
      done.send(true);
    });
    // RACE: chan
    v.chan = Chan.make();
    done.receive();
  }

  /** Replaced while somebody asks its length. */
  static void raceChanItselfLen() {
    Captured v = new Captured();
    v.chan = Chan.make();
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      // RACE: chan
      int length = v.chan.len();
      done.send(true);
    });
    // RACE: chan
    v.chan = Chan.make();
    done.receive();
  }

  /** Replaced while somebody asks its capacity. */
  static void raceChanItselfCap() {
    Captured v = new Captured();
    v.chan = Chan.make();
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      // RACE: chan
      int capacity = v.chan.cap();
      done.send(true);
    });
    // RACE: chan
    v.chan = Chan.make();
    done.receive();
  }
}
