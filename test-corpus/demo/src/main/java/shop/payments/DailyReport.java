package shop.payments;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** The figures of the day, added up branch by branch. */
public final class DailyReport {
  private final List<List<Payment>> branches;

  public DailyReport(List<List<Payment>> branches) {
    this.branches = List.copyOf(branches);
  }

  /** How many payments all branches took. */
  public long payments() {
    LongAdder count = new LongAdder();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (List<Payment> branch : branches) {
        pool.execute(() -> count.add(branch.size()));
      }
    }
    return count.sum();
  }

  /** How much all branches took. */
  public long turnover() {
    long[] cents = {0};
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (List<Payment> branch : branches) {
        pool.execute(() -> {
          for (Payment payment : branch) {
            cents[0] += payment.cents();
          }
        });
      }
    }
    return cents[0];
  }
}
