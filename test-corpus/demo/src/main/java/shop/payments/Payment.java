package shop.payments;

/**
 * What a customer pays.
 *
 * @param id unique for ever
 * @param account who pays
 * @param cents how much
 */
public record Payment(String id, String account, long cents) {
  public Payment {
    if (cents <= 0) {
      throw new IllegalArgumentException("payment " + id + " of " + cents + " cents");
    }
  }
}
