package dev.goguard.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** A Go program whose argument says how it ends. */
public final class PanickingProgram {
  private PanickingProgram() {}

  public static void main(String[] args) {
    Go.run(() -> scenario(args[0]));
  }

  private static void scenario(String name) throws Exception {
    switch (name) {
      case "return" -> leaveGoroutineBehind();
      case "panic" -> sendOnClosed();
      case "exception" -> throwElsewhere();
      case "waitgroup" -> panicInWaitGroup();
      case "done-twice" -> panicInLastAction();
      case "suppressed" -> failToClose();
      case "fatal" -> new Mutex().unlock();
      case "goexit" -> exitBeforeAnother();
      case "goexit-alone" -> GoRuntime.goexit();
      case "goexit-panic" -> exitBeforeAPanic();
      case "panic-in-goexit" -> panicWhileExiting();
      case "bare" -> resizeWithoutManagement();
      case "text-yields" -> throw new Texts(() -> yieldAndPrint());
      case "text-panics" ->
        throw new Texts(() -> {
          throw new IllegalStateException();
        });
      case "lines" -> Go.panic("important multi-line\nstring message");
      case "race" -> crashManyTimes();
      case "goexit-in-panic" -> exitWhilePanicking();
      case "helpers" -> dumpBesideATimer();
      case "count" -> countByNumberAndDump();
      case "stack" -> dumpAChild();
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static void leaveGoroutineBehind() {
    Chan<Integer> never = Chan.make();
    Go.go(() -> System.out.print(never.receive()));
    System.out.print("main\n");
  }

  private static void sendOnClosed() {
    Chan<Integer> ch = Chan.make();
    ch.close();
    ch.send(1);
  }

  private static void throwElsewhere() {
    Go.go(() -> {
      throw new IOException("disk", new IllegalStateException("full"));
    });
    Chan.nil().receive();
  }

  private static void panicInWaitGroup() {
    WaitGroup wg = new WaitGroup();
    wg.go(() -> Go.panic("bug"));
    wg.await();
    System.out.print("not reached\n");
  }

  private static void panicInLastAction() {
    WaitGroup wg = new WaitGroup();
    wg.go(wg::done);
    wg.await();
    Chan.nil().receive();
  }

  private static void failToClose() throws Exception {
    IOException body = new IOException("body", new IllegalStateException("reason"));
    try (AutoCloseable resource = PanickingProgram::refuseToClose) {
      System.out.print(resource.hashCode() != 0 ? "open\n" : "");
      throw body;
    }
  }

  private static void refuseToClose() throws IOException {
    throw new IOException("close");
  }

  private static void exitBeforeAnother() {
    Chan<Boolean> exiting = Chan.make();
    Go.go(() -> {
      exiting.receive();
      System.out.print("other\n");
    });
    try {
      GoRuntime.goexit();
    } finally {
      System.out.print("finally\n");
      exiting.send(true);
    }
  }

  private static void exitBeforeAPanic() {
    Chan<Boolean> exiting = Chan.make();
    Go.go(() -> {
      exiting.receive();
      Go.panic("bug");
    });
    exiting.send(true);
    GoRuntime.goexit();
  }

  private static void panicWhileExiting() {
    try {
      GoRuntime.goexit();
    } finally {
      Go.panic("late");
    }
  }

  private static void dumpAChild() {
    Chan<String> dump = Chan.make();
    Go.go(() -> dump.send(GoRuntime.stack(false)));
    System.out.print(dump.receive());
  }

  private static void resizeWithoutManagement() {
    leaveGoroutineBehind();
    try {
      GoRuntime.gomaxprocs(GoRuntime.gomaxprocs(0) + 1);
    } catch (UnsupportedOperationException e) {
      System.out.print("told: " + e.getMessage() + "\n");
    }
  }

  /** An exception whose text is computed by user code. */
  private static final class Texts extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Supplier<String> text;

    Texts(Supplier<String> text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text.get();
    }
  }

  private static String yieldAndPrint() {
    System.out.print("1\n");
    GoRuntime.gosched();
    System.out.print("2\n");
    return "3";
  }

  private static void crashManyTimes() {
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 50; i++) {
      wg.go(() -> Go.panic("crash"));
    }
    wg.await();
  }

  private static void exitWhilePanicking() {
    try {
      Go.panic("aborted");
    } finally {
      GoRuntime.goexit();
    }
  }

  private static void dumpBesideATimer() {
    Ticker ticker = Ticker.newTicker(Duration.ofHours(1));
    System.out.print(GoRuntime.stack(true));
    ticker.stop();
  }

  private static void countByNumberAndDump() {
    Chan<Integer> never = Chan.make();
    for (int i = 0; i < 5; i++) {
      Go.go(never::receive);
    }
    int dumped = GoRuntime.stack(true).split("goroutine \\d+ \\[").length - 1;
    System.out.print(GoRuntime.numGoroutine() + " " + dumped + "\n");
  }
}
