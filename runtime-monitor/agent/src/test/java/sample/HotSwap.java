package sample;

/** Classes go on being checked when they are redefined and retransformed. */
public final class HotSwap {
  private static int before;
  private static int redefined;
  private static int retransformed;

  private int field;

  private HotSwap() {}

  private static void together(Runnable body) throws Exception {
    Thread[] threads = new Thread[2];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(body);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void field(HotSwap object) {
    object.field++;
  }

  public static void main(String[] args) throws Exception {
    HotSwap object = new HotSwap();
    together(() -> before++);
    LittleAgent.redefine(HotSwap.class);
    together(() -> redefined++);
    LittleAgent.retransform(HotSwap.class);
    together(() -> retransformed++);
    together(() -> field(object));
    System.out.println("swapped");
  }
}
