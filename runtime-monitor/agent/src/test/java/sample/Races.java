package sample;

/** A program that races once, whatever the order; its argument says how it ends. */
public final class Races {
  private static int counter;

  private Races() {}

  public static void main(String[] arguments) throws Exception {
    Thread first = new Thread(Races::count, "first");
    Thread second = new Thread(Races::count, "second");
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("done");
    if (arguments.length > 0) {
      System.exit(Integer.parseInt(arguments[0]));
    }
  }

  private static void count() {
    counter = 1;
  }
}
