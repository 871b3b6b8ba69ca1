package shop.payments;

import dev.goguard.runtime.CancelContext;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Context;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Select;
import java.time.Duration;
import java.util.function.Predicate;

/** Talks to the card network, and gives up after a while. */
public final class Gateway {
  private final Predicate<Payment> network;
  private final Duration patience;

  public Gateway(Predicate<Payment> network, Duration patience) {
    this.network = network;
    this.patience = patience;
  }

  /** Opens the connection while the shop is still starting, so that the first customer need not wait for it. */
  public void warmUp() {
    Payment nothing = new Payment("warm-up", "nobody", 1);
    Thread connecting = new Thread(() -> authorize(nothing), "gateway-warm-up");
    connecting.run();
  }

  /** Whether the network has accepted the payment in time. */
  public boolean authorize(Payment payment) {
    Chan<Boolean> answers = Chan.make(1);
    boolean[] accepted = {false};
    try (CancelContext context = Context.withTimeout(Context.background(), patience)) {
      Go.go(() -> answers.send(network.test(payment)));
      Select.of(
              answers.onReceive(answer -> accepted[0] = answer),
              context.done().onReceive(nothing -> tooLate(payment)))
          .run();
    }
    return accepted[0];
  }

  private static void tooLate(Payment payment) {
    System.out.println("no answer for " + payment.id());
  }
}
