package dev.goguard.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/** Starts goroutines where there is no scheduler for them, and prints what is left of that. */
final class UnstartableProgram {
  private static final AtomicInteger FAILED = new AtomicInteger();

  private UnstartableProgram() {}

  public static void main(String[] args) throws Exception {
    group();
    errGroup();
    context();
    singleFlight();
    System.out.print(FAILED + " failed");
  }

  private static void fails(Runnable start) {
    try {
      start.run();
    } catch (IllegalStateException e) {
      FAILED.incrementAndGet();
    }
  }

  private static void group() {
    WaitGroup group = new WaitGroup();
    fails(() -> group.go(() -> {}));
    group.await();
  }

  private static void errGroup() throws Exception {
    ErrGroup group = new ErrGroup();
    group.setLimit(1);
    fails(() -> group.go(() -> {}));
    fails(() -> group.tryGo(() -> {}));
    group.await();
    group.setLimit(2);
  }

  private static void context() {
    CancelContext parent = Context.withCancel(Context.background());
    for (int i = 0; i < 8; i++) {
      Context.afterFunc(parent, () -> {});
    }
    CancelContext child = Context.withCancel(parent);
    CancelContext grandchild = Context.withCancel(child);
    fails(parent::cancel);
    grandchild.done().receive();
    child.done().receive();
    System.out.print(parent.err().getMessage() + ", " + child.childCount() + " children, ");
  }

  private static void singleFlight() {
    SingleFlight<String, Integer> group = new SingleFlight<>();
    fails(() -> group.callChan("", () -> 1));
    System.out.print(group.call("", () -> 2).value() + ", ");
  }
}
