package sample.junit;

/** What cases race on. */
final class Raced {
  private int plain;

  /** A race whatever the order. */
  static void byTwoThreads(Raced raced) throws InterruptedException {
    Thread first = new Thread(() -> raced.plain = 1);
    Thread second = new Thread(() -> raced.plain = 2);
    first.start();
    second.start();
    first.join();
    second.join();
  }

  static void byCaller(Raced raced) throws InterruptedException {
    Thread other = new Thread(() -> raced.plain = 3);
    other.start();
    raced.plain = 4;
    other.join();
  }

  static void ordered(Raced raced) throws InterruptedException {
    Thread other = new Thread(() -> raced.plain = 5);
    other.start();
    other.join();
    raced.plain = 6;
  }
}
