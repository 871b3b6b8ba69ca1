package shop.payments;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The balances of all accounts. */
public final class Ledger {
  private final Lock lock = new ReentrantLock();
  private final Map<String, Long> balances = new HashMap<>();
  private final Set<String> refunded = new HashSet<>();

  public void credit(Payment payment) {
    lock.lock();
    try {
      balances.merge(payment.account(), payment.cents(), Long::sum);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a payment back; false if that has been done before. */
  public boolean refund(Payment payment) {
    lock.lock();
    if (!refunded.add(payment.id())) {
      return false;
    }
    balances.merge(payment.account(), -payment.cents(), Long::sum);
    lock.unlock();
    return true;
  }

  public Map<String, Long> balances() {
    lock.lock();
    try {
      return Map.copyOf(balances);
    } finally {
      lock.unlock();
    }
  }
}
