package corpus.race.go;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoBody;
import dev.goguard.runtime.Ticker;
import dev.goguard.runtime.Timer;
import java.time.Duration;

/** After {@code time_test.go}: starting a timer happens before what it does. */
final class Times {
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration LATE = Duration.ofHours(1);

  private Times() {}

  private static GoBody write(Captured v, Chan<Integer> c) {
    return () -> {
      v.x = 1;
      c.send(0);
    };
  }

  /** A function that is started later. */
  static void noRaceAfterFunc() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    v.x = 2;
    Timer.afterFunc(SOON, write(v, c));
    c.receive();
    v.x = 3;
  }

  /** A timer that is set anew. */
  static void noRaceAfterFuncReset() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    Timer timer = Timer.afterFunc(LATE, write(v, c));
    timer.stop();
    v.x = 2;
    timer.reset(SOON);
    c.receive();
    v.x = 3;
  }

  /** A goroutine that waits for the timer. */
  static void noRaceTimer() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    v.x = 2;
    Timer timer = Timer.newTimer(SOON);
    Go.go(() -> {
      timer.channel().receive();
      write(v, c).run();
    });
    c.receive();
    v.x = 3;
  }

  /** A goroutine that waits for a timer which is set anew. */
  static void noRaceTimerReset() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    Timer timer = Timer.newTimer(LATE);
    Go.go(() -> {
      timer.channel().receive();
      write(v, c).run();
    });
    timer.stop();
    v.x = 2;
    timer.reset(SOON);
    c.receive();
    v.x = 3;
  }

  /** A goroutine that waits for the first tick. */
  static void noRaceTicker() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    v.x = 2;
    Ticker ticker = Ticker.newTicker(SOON);
    Go.go(() -> {
      ticker.channel().receive();
      write(v, c).run();
    });
    c.receive();
    v.x = 3;
    ticker.stop();
  }

  /** A goroutine that waits for a ticker which is set anew. */
  static void noRaceTickerReset() {
    Captured v = new Captured();
    Chan<Integer> c = Chan.make();
    Ticker ticker = Ticker.newTicker(LATE);
    Go.go(() -> {
      ticker.channel().receive();
      write(v, c).run();
    });
    ticker.stop();
    v.x = 2;
    ticker.reset(SOON);
    c.receive();
    v.x = 3;
    ticker.stop();
  }
}
