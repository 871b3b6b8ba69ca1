package corpus.rules.spawn;

import java.util.ArrayList;
import java.util.List;

/** A thread whose body runs on its caller. */
final class ThreadRunCalled {
  private final Thread poller = new Thread(() -> print("poll"));

  // ---- bad ----

  static void localThread() {
    Thread worker = new Thread(() -> print("work"));
    // BUG: ThreadRunCalled: worker
    worker.run();
  }

  static void withoutAName() {
    // BUG: ThreadRunCalled: run()
    new Thread(() -> print("work")).run();
  }

  static void unstartedVirtualThread() {
    Thread worker = Thread.ofVirtual().name("worker").unstarted(() -> print("work"));
    // BUG: ThreadRunCalled: worker
    worker.run();
  }

  void field() {
    // BUG: ThreadRunCalled: poller
    poller.run();
  }

  static void eachOfAList() {
    List<Thread> workers = new ArrayList<>();
    workers.add(new Thread(() -> print("work")));
    for (Thread worker : workers) {
      // BUG: ThreadRunCalled: worker
      worker.run();
    }
  }

  private static final class Poller extends Thread {
    @Override
    public void run() {
      print("poll");
    }
  }

  static void subclass() {
    Poller poller = new Poller();
    // BUG: ThreadRunCalled: poller
    poller.run();
  }

  static void insideALambda(List<Poller> pollers) {
    // BUG: ThreadRunCalled: poller
    pollers.forEach(poller -> poller.run());
  }

  // ---- good ----

  static void started() throws InterruptedException {
    Thread worker = new Thread(() -> print("work"));
    worker.start();
    worker.join();
  }

  static void runnableOnThisThread() {
    Runnable task = () -> print("work");
    task.run(); // a Runnable starts nothing
  }

  private static class Timed extends Thread {
    Timed(Runnable task) {
      super(task);
    }

    @Override
    public void run() {
      long before = System.nanoTime();
      super.run(); // the thread's own body
      print("took " + (System.nanoTime() - before));
    }
  }

  static void timed() {
    new Timed(() -> print("work")).start();
  }

  private static final class Replay extends Thread {
    void run(int speed) {
      print("replay at " + speed);
    }
  }

  static void overload() {
    new Replay().run(2); // not the body of the thread
  }

  private static final class Simulation {
    void run() {
      print("step");
    }
  }

  static void notAThread() {
    new Simulation().run();
  }

  // ---- misses ----

  static void heldAsARunnable() {
    Thread worker = new Thread(() -> print("work"));
    Runnable task = worker;
    // MISS: the static type is Runnable
    task.run();
  }

  static void methodReference(List<Poller> pollers) {
    // MISS: a reference may be meant
    pollers.forEach(Poller::run);
  }

  private static void print(String text) {
    System.out.println(text);
  }
}
