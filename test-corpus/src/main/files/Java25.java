package corpus.files;

import module java.base;

/** Syntax that only a JDK 25 accepts without preview. */
final class Java25 {
  sealed interface Payment permits Card, Transfer {}

  record Card(String number, int amount) implements Payment {}

  record Transfer(Account from, int amount) implements Payment {}

  record Account(String owner, String bank) {}

  static class Connection {
    final String host;

    Connection(String host) {
      this.host = host;
    }
  }

  static final class SecureConnection extends Connection {
    private final int port;

    /** A constructor body that works before it calls super. */
    SecureConnection(String host, int port) {
      if (port < 0) {
        throw new IllegalArgumentException("port " + port);
      }
      this.port = port;
      super(host);
    }

    int port() {
      return port;
    }
  }

  private final Lock lock = new ReentrantLock();

  static String describe(Payment payment) {
    return switch (payment) {
      case Card(var number, int amount) when amount > 1000 -> "large card payment " + number;
      case Card(var number, _) -> "card payment " + number;
      case Transfer(Account(var owner, _), var amount) -> owner + " transfers " + amount;
    };
  }

  boolean pay(Payment payment) {
    // BUG: LockNotReleased: lock
    lock.lock();
    if (payment instanceof Card(var number, _) && number.isEmpty()) {
      return false;
    }
    lock.unlock();
    return true;
  }

  static int parsed(List<String> numbers) {
    int parsed = 0;
    for (String number : numbers) {
      try {
        Integer.parseInt(number);
        parsed++;
      } catch (NumberFormatException _) {
        // not a number
      }
    }
    return parsed;
  }

  static void concurrently(List<String> names) throws InterruptedException {
    int[] handled = {0};
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var _ : names) {
        // BUG: CapturedLocalRace: handled
        pool.submit(() -> handled[0]++);
      }
    }
  }
}
