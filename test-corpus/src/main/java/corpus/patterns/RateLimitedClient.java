package corpus.patterns;

import dev.goguard.runtime.Context;
import dev.goguard.runtime.Limiter;
import dev.goguard.runtime.RateLimitException;
import java.util.Optional;
import java.util.function.Function;

/** A client that asks no faster than it is allowed to, but may ask several times in a row. */
public final class RateLimitedClient {
  private final Limiter limiter;
  private final Function<String, String> server;

  /** Creates a client that asks so often per second, and so often at once after a pause. */
  public RateLimitedClient(Function<String, String> server, double perSecond, int burst) {
    this.server = server;
    this.limiter = new Limiter(perSecond, burst);
  }

  /** Asks when it is allowed to; empty when the context's deadline comes before that. */
  public Optional<String> ask(Context context, String question) {
    try {
      limiter.await(context);
    } catch (RateLimitException tooLate) {
      return Optional.empty();
    }
    return Optional.of(server.apply(question));
  }

  /** Asks if it is allowed to at this moment. */
  public Optional<String> askNow(String question) {
    return limiter.allow() ? Optional.of(server.apply(question)) : Optional.empty();
  }
}
