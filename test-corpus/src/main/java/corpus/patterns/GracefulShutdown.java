package corpus.patterns;

import dev.goguard.runtime.CancelContext;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Context;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.Time;
import dev.goguard.runtime.WaitGroup;
import java.time.Duration;
import java.util.function.Consumer;

/** A server that takes no new requests once told to stop, and finishes those it has. */
public final class GracefulShutdown {
  private final Chan<String> requests = Chan.make();
  private final CancelContext stopping = Context.withCancel(Context.background());
  private final WaitGroup handling = new WaitGroup();

  /** Starts the server with so many handlers. */
  public void start(int handlers, Consumer<String> handler) {
    for (int i = 0; i < handlers; i++) {
      handling.go(() -> {
        while (stopping.err() == null) {
          Select.of(requests.onReceive(handler), stopping.done().onReceive(none -> {}))
              .run();
        }
      });
    }
  }

  /** Hands a request over; false when the server is stopping. */
  public boolean submit(String request) {
    boolean[] accepted = new boolean[1];
    Select.of(
            requests.onSend(request, () -> accepted[0] = true),
            stopping.done().onReceive(none -> {}))
        .run();
    return accepted[0];
  }

  /** Stops the server and waits for the requests under way; false when they take too long. */
  public boolean stop(Duration patience) {
    stopping.close();
    Chan<Void> finished = Chan.make();
    Go.go(() -> {
      handling.await();
      finished.close();
    });
    boolean[] inTime = new boolean[1];
    Select.of(
            finished.onReceive(none -> inTime[0] = true),
            Time.after(patience).onReceive(time -> {}))
        .run();
    return inTime[0];
  }
}
