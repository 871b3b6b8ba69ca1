package corpus.race.go;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** After {@code regression_test.go}: what once went wrong upstream. */
final class Regressions {
  private static int chansMade;

  private Regressions() {}

  /** The size of a map that is the value in another. */
  static void raceUnaddressableMapLen() {
    Map<Integer, Map<Integer, Integer>> m = new HashMap<>();
    Chan<Integer> done = Chan.make(1);
    m.put(0, new HashMap<>());
    Go.go(() -> {
      // RACE: inner
      int size = m.get(0).size();
      done.send(0);
    });
    // RACE: inner
    m.get(0).put(0, 1);
    done.receive();
  }

  /** A stack that a goroutine knows and does not use. */
  static void noRaceStackPushPop() {
    Deque<Integer> stack = new ArrayDeque<>();
    Chan<Deque<Integer>> done = Chan.make(1);
    Go.go(() -> done.send(stack));
    stack.push(1);
    int seen = stack.pop();
    done.receive();
  }

  /** A channel out of a call, received from at once. */
  static void noRaceRpcChan() {
    chansMade = 0;
    if (!made().receive() || chansMade != 1) {
      throw new IllegalStateException("made more than once");
    }
  }

  private static Chan<Boolean> made() {
    chansMade++;
    Chan<Boolean> c = Chan.make(1);
    c.send(true);
    return c;
  }

  /** A variable that is returned while a goroutine reads it. */
  static void noRaceReturn() {
    Chan<Integer> c = Chan.make();
    int returned = returnedAndRead(c);
    c.receive();
  }

  private static int returnedAndRead(Chan<Integer> c) {
    Captured v = new Captured();
    v.x = 42;
    Go.go(() -> {
      int seen = v.x;
      c.send(1);
    });
    return v.x;
  }

  /** The condition of a loop that makes an object, and reads what its method has made. */
  static void noRaceForInfiniteLoop() {
    while (((Interface) Captured::new).foo().done) {
      Thread.onSpinWait();
    }
  }

  private interface Interface {
    Captured foo();
  }
}
