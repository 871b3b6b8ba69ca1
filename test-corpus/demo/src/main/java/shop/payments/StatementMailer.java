package shop.payments;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Mails every customer the balance of the day. */
public final class StatementMailer {
  private final BiConsumer<String, String> post;

  public StatementMailer(BiConsumer<String, String> post) {
    this.post = post;
  }

  /** Returns when all statements are on their way. */
  public void sendAll(Map<String, Long> balances) {
    StringBuilder text = new StringBuilder(200);
    try (ExecutorService mailers = Executors.newFixedThreadPool(2)) {
      for (Map.Entry<String, Long> balance : balances.entrySet()) {
        String account = balance.getKey();
        text.setLength(0);
        text.append("Dear ").append(account).append(",\n");
        text.append("your balance is ").append(euros(balance.getValue())).append('.');
        mailers.execute(() -> post.accept(account, text.toString()));
      }
    }
  }

  private static String euros(long cents) {
    return String.format("%d.%02d EUR", cents / 100, cents % 100);
  }
}
