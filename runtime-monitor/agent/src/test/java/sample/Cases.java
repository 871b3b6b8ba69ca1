package sample;

/** Runs two sides on threads of their own, and says on stderr whether they race. */
final class Cases {
  private Cases() {}

  /** The sides race. */
  static void racy(String name, Runnable one, Runnable other) throws InterruptedException {
    run("racy " + name, one, other);
  }

  /** The sides do not race. */
  static void clean(String name, Runnable one, Runnable other) throws InterruptedException {
    run("clean " + name, one, other);
  }

  private static void run(String title, Runnable one, Runnable other) throws InterruptedException {
    System.err.println("CASE " + title);
    Thread first = new Thread(one);
    Thread second = new Thread(other);
    first.start();
    second.start();
    first.join();
    second.join();
    System.err.println("CASE end");
  }
}
