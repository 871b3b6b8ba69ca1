package shop.payments;

import dev.goguard.runtime.Go;
import dev.goguard.runtime.WaitGroup;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks several scorers at once how suspicious a payment is. */
public final class FraudCheck {
  private static final int LIMIT = 80;

  private final List<Scorer> scorers;

  public FraudCheck(List<Scorer> scorers) {
    this.scorers = List.copyOf(scorers);
  }

  public boolean suspicious(Payment payment) {
    return worstScore(payment) > LIMIT;
  }

  private int worstScore(Payment payment) {
    AtomicInteger worst = new AtomicInteger();
    WaitGroup asked = new WaitGroup();
    for (Scorer scorer : scorers) {
      asked.add(1);
      Go.go(() -> {
        int score = scorer.score(payment);
        worst.accumulateAndGet(score, Math::max);
        asked.done();
      });
    }
    asked.await();
    return worst.get();
  }

  /** Rates payments from 0, harmless, to 100. */
  @FunctionalInterface
  public interface Scorer {
    int score(Payment payment) throws IOException;
  }
}
