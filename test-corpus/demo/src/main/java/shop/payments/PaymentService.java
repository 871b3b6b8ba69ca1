package shop.payments;

/** Takes one payment after the other through all its stations. */
public final class PaymentService {
  private final FraudCheck fraud;
  private final Gateway gateway;
  private final Ledger ledger;

  public PaymentService(FraudCheck fraud, Gateway gateway, Ledger ledger) {
    this.fraud = fraud;
    this.gateway = gateway;
    this.ledger = ledger;
  }

  public Outcome pay(Payment payment) {
    if (fraud.suspicious(payment)) {
      return Outcome.REFUSED;
    }
    if (!gateway.authorize(payment)) {
      return Outcome.RETRY;
    }
    ledger.credit(payment);
    return Outcome.PAID;
  }

  /** How a payment ended. */
  public enum Outcome {
    PAID,
    REFUSED,
    RETRY
  }
}
