package corpus.patterns;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Once;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.Ticker;
import dev.goguard.runtime.WaitGroup;
import java.time.Duration;

/** Does something again and again until told to stop. */
public final class TickerWithDone {
  private final Chan<Void> done = Chan.make();
  private final Once stopping = new Once();
  private final WaitGroup working = new WaitGroup();

  /** Starts to do it, each time the interval has passed. */
  public void start(Duration interval, Runnable action) {
    working.go(() -> {
      Ticker ticker = Ticker.newTicker(interval);
      boolean[] stopped = new boolean[1];
      Select next = Select.of(
          ticker.channel().onReceive(time -> action.run()),
          done.onReceive(none -> stopped[0] = true));
      while (!stopped[0]) {
        next.run();
      }
      ticker.stop();
    });
  }

  /** Stops, if that has not been done; when this returns, the action is not done again. */
  public void stop() {
    stopping.run(done::close);
    working.await();
  }
}
