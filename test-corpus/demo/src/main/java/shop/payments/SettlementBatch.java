package shop.payments;

import dev.goguard.runtime.Go;
import dev.goguard.runtime.WaitGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;

/** Pays the day's money out to the merchants' banks. */
public final class SettlementBatch {
  private final Map<String, Long> due;
  private final ObjLongConsumer<String> bank;
  private final AtomicLong settled = new AtomicLong();

  public SettlementBatch(Map<String, Long> due, ObjLongConsumer<String> bank) {
    this.due = Map.copyOf(due);
    this.bank = bank;
  }

  /** Starts all transfers and returns how many cents have been settled. */
  public long settle() {
    WaitGroup transfers = new WaitGroup();
    for (Map.Entry<String, Long> payout : due.entrySet()) {
      Go.go(() -> {
        transfers.add(1);
        try {
          bank.accept(payout.getKey(), payout.getValue());
          settled.addAndGet(payout.getValue());
        } finally {
          transfers.done();
        }
      });
    }
    transfers.await();
    return settled.get();
  }

  /** Tells the banks of the holding what to expect. */
  public void notifyBanks(List<String> addresses) {
    WaitGroup notices = new WaitGroup();
    for (String address : addresses) {
      notices.go(() -> System.out.println("notified " + address));
    }
    notices.await();
  }
}
