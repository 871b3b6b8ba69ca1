package shop.payments;

import dev.goguard.runtime.Go;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One business day, from the first payment to the night's settlement. */
public final class Main {
  private static final List<Payment> MORNING =
      List.of(new Payment("p-1", "ada", 1250), new Payment("p-2", "ben", 40_000));
  private static final List<Payment> EVENING =
      List.of(new Payment("p-3", "ada", 990), new Payment("p-4", "cyd", 9_900_000));

  private Main() {}

  public static void main(String[] args) {
    Go.run(Main::day);
  }

  private static void day() throws Exception {
    Ledger ledger = new Ledger();
    Gateway gateway = gateway();
    gateway.warmUp();
    takePayments(new PaymentService(fraudCheck(), gateway, ledger));
    takeWebhooks();
    System.out.println("refunded p-2: " + ledger.refund(MORNING.get(1)));
    System.out.println("10 USD are " + rates().toCents(1000, "USD") + " cents");
    closeTheDay(ledger);
  }

  private static void takePayments(PaymentService service) throws InterruptedException {
    RetryQueue retries = new RetryQueue(service);
    for (List<Payment> branch : List.of(MORNING, EVENING)) {
      for (Payment payment : branch) {
        PaymentService.Outcome outcome = service.pay(payment);
        System.out.println(payment.id() + ": " + outcome);
        if (outcome == PaymentService.Outcome.RETRY) {
          retries.add(payment);
        }
      }
    }
    retries.drain();
  }

  private static void takeWebhooks() throws IOException {
    try (WebhookServer webhooks = new WebhookServer(line -> System.out.println("told " + line))) {
      Go.go(webhooks::serve);
      for (String event : List.of("chargeback p-1", "payout p-3")) {
        send(webhooks.port(), event);
      }
    }
  }

  private static void send(int port, String event) throws IOException {
    try (Socket socket = new Socket("localhost", port);
        BufferedReader in = new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.getOutputStream().write((event + "\n").getBytes(StandardCharsets.UTF_8));
      in.readLine();
    }
  }

  private static void closeTheDay(Ledger ledger) {
    DailyReport report = new DailyReport(List.of(MORNING, EVENING));
    System.out.println(report.payments() + " payments, " + report.turnover() + " cents");
    new StatementMailer((account, text) -> System.out.println("mail to " + account + ": " + text))
        .sendAll(ledger.balances());
    SettlementBatch batch = new SettlementBatch(Map.of("north", 2240L), Main::transfer);
    batch.notifyBanks(List.of("north@bank.example"));
    System.out.println("settled " + batch.settle() + " cents");
  }

  private static FraudCheck fraudCheck() {
    return new FraudCheck(List.of(payment -> payment.cents() > 1_000_000 ? 95 : 10, payment -> 5));
  }

  private static Gateway gateway() {
    return new Gateway(payment -> payment.cents() != 990, Duration.ofSeconds(2));
  }

  private static ExchangeRates rates() {
    return new ExchangeRates(currency -> "USD".equals(currency) ? 0.92 : 1.1, 0.02);
  }

  private static void transfer(String bank, long cents) {
    System.out.println("to " + bank + ": " + cents);
  }
}
