package corpus.rules.waitgroup;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Received;
import dev.goguard.runtime.WaitGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A task that may end without counting down leaves the waiting thread waiting. */
final class WaitGroupDoneMissing {
  private WaitGroupDoneMissing() {}

  // ---- bad ----

  static void callThatThrowsBeforeTheCountDown() throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: charged
    Thread.startVirtualThread(() -> {
      charge("a-1");
      charged.countDown();
    });
    charged.await();
  }

  static void earlyReturn(String order) throws InterruptedException {
    CountDownLatch checked = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: checked
    new Thread(() -> {
          if (order.isEmpty()) {
            return;
          }
          checked.countDown();
        })
        .start();
    checked.await();
  }

  static void onlyInOneBranch(boolean express) throws InterruptedException {
    CountDownLatch shipped = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: shipped
    Thread.ofVirtual().start(() -> {
      if (express) {
        print("express");
        shipped.countDown();
      } else {
        print("normal");
      }
    });
    shipped.await();
  }

  static void countDownIsTheLastLineOfTheTry(ExecutorService pool) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(2);
    for (int n = 0; n < 2; n++) {
      // BUG: WaitGroupDoneMissing: charged
      pool.submit(() -> {
        try {
          charge("a-2");
          charged.countDown();
        } catch (IllegalStateException e) {
          print(e.getMessage());
        }
      });
    }
    charged.await();
  }

  static void catchThatReturns(ExecutorService pool) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: charged
    pool.execute(() -> {
      try {
        charge("a-3");
      } catch (IllegalStateException e) {
        print(e.getMessage());
        return;
      }
      charged.countDown();
    });
    charged.await();
  }

  static void catchOfAnotherException(Path file, ExecutorService pool) throws InterruptedException {
    CountDownLatch read = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: read
    pool.execute(() -> {
      try {
        charge(Files.readString(file));
      } catch (IOException e) {
        print(e.getMessage());
      }
      read.countDown();
    });
    read.await();
  }

  static void returnBeforeTheTry(String order) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: charged
    Thread.startVirtualThread(() -> {
      if (order.isBlank()) {
        return;
      }
      try {
        charge(order);
      } finally {
        charged.countDown();
      }
    });
    charged.await();
  }

  static void throwBeforeTheTry(String number) throws InterruptedException {
    CountDownLatch booked = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: booked
    Thread.startVirtualThread(() -> {
      int amount = Integer.parseInt(number);
      try {
        charge("amount " + amount);
      } finally {
        booked.countDown();
      }
    });
    booked.await();
  }

  static void countDownInsideTheLoop(List<String> orders, ExecutorService pool)
      throws InterruptedException {
    CountDownLatch handled = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: handled
    pool.submit(() -> {
      for (String order : orders) {
        if (order.startsWith("last")) {
          handled.countDown();
          break;
        }
      }
    });
    handled.await();
  }

  static void switchWithoutTheOtherCase(String kind) throws InterruptedException {
    Phaser turn = new Phaser(2);
    // BUG: WaitGroupDoneMissing: turn
    Thread.startVirtualThread(() -> {
      switch (kind) {
        case "card" -> turn.arrive();
        case "cash" -> turn.arriveAndDeregister();
        default -> print("unknown kind");
      }
    });
    turn.arriveAndAwaitAdvance();
  }

  static void deregistrationSkippedByAnException(int tasks) {
    Phaser phaser = new Phaser(1);
    for (int n = 0; n < tasks; n++) {
      phaser.register();
      // BUG: WaitGroupDoneMissing: phaser
      Thread.startVirtualThread(() -> {
        charge("p-1");
        phaser.arriveAndDeregister();
      });
    }
    phaser.arriveAndAwaitAdvance();
  }

  static void anonymousClass() throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: sent
    new Thread(new Runnable() {
          @Override
          public void run() {
            charge("a-4");
            sent.countDown();
          }
        })
        .start();
    sent.await();
  }

  record Charge(String order, CountDownLatch charged) implements Runnable {
    @Override
    public void run() {
      charge(order);
      charged.countDown();
    }
  }

  static void namedTask(ExecutorService pool) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: charged
    pool.submit(new Charge("a-5", charged));
    charged.await();
  }

  static final class MethodReference {
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final AtomicReference<String> content = new AtomicReference<>();

    void start() {
      // BUG: WaitGroupDoneMissing: loaded
      Thread.ofVirtual().start(this::load);
    }

    private void load() {
      try {
        content.set(Files.readString(Path.of("rates.csv")));
        loaded.countDown();
      } catch (IOException e) {
        print(e.getMessage());
      }
    }

    String await() throws InterruptedException {
      loaded.await();
      return content.get();
    }
  }

  private static void finish(CountDownLatch latch, boolean paid) {
    if (paid) {
      latch.countDown();
    }
  }

  static void methodThatCountsDownSometimes(boolean paid) throws InterruptedException {
    CountDownLatch settled = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: settled
    Thread.startVirtualThread(() -> finish(settled, paid));
    settled.await();
  }

  static void executorInTryWithResources(List<String> orders) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(orders.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String order : orders) {
        // BUG: WaitGroupDoneMissing: charged
        threads.execute(() -> {
          if (!order.isEmpty()) {
            charge(order);
          }
          charged.countDown();
        });
      }
      charged.await();
    }
  }

  static void nobodyCountsDown(ExecutorService pool) throws InterruptedException {
    // BUG: WaitGroupDoneMissing: finished
    CountDownLatch finished = new CountDownLatch(1);
    pool.submit(() -> print("working"));
    finished.await();
  }

  static void finallyThatCountsDownOnSuccessOnly(ExecutorService pool) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: charged
    pool.submit(() -> {
      boolean paid = false;
      try {
        charge("a-6");
        paid = true;
      } finally {
        if (paid) {
          charged.countDown();
        }
      }
    });
    charged.await();
  }

  static void callThatThrowsBeforeDone(List<String> orders) {
    WaitGroup charges = new WaitGroup();
    for (String order : orders) {
      charges.add(1);
      // BUG: WaitGroupDoneMissing: charges
      Go.go(() -> {
        charge(order);
        charges.done();
      });
    }
    charges.await();
  }

  static void earlyReturnFromAGoroutine(Chan<String> orders) {
    WaitGroup charges = new WaitGroup();
    charges.add(1);
    // BUG: WaitGroupDoneMissing: charges
    Go.go(() -> {
      Received<String> order = orders.receiveOk();
      if (!order.ok()) {
        return;
      }
      print(order.value());
      charges.done();
    });
    charges.await();
  }

  static void doneNeverCalled() {
    WaitGroup workers = new WaitGroup();
    // BUG: WaitGroupDoneMissing: workers
    workers.add(1);
    Go.go(() -> print("working"));
    workers.await();
  }

  static final class Settlement {
    private final WaitGroup banks = new WaitGroup();

    void settle(List<String> names) {
      for (String name : names) {
        banks.add(1);
        // BUG: WaitGroupDoneMissing: banks
        Go.go(() -> settleOne(name));
      }
      banks.await();
    }

    private void settleOne(String name) {
      if (name.startsWith("test")) {
        print("skipped");
        return;
      }
      try {
        charge(name);
      } finally {
        banks.done();
      }
    }
  }

  static void scheduledTask(ScheduledExecutorService timer) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: charged
    timer.schedule(
        () -> {
          charge("a-7");
          charged.countDown();
        },
        1,
        TimeUnit.SECONDS);
    charged.await();
  }

  static void stageOfACompletableFuture(List<String> orders) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(orders.size());
    for (String order : orders) {
      // BUG: WaitGroupDoneMissing: charged
      CompletableFuture.runAsync(() -> {
        charge(order);
        charged.countDown();
      });
    }
    charged.await();
  }

  static void throwFromTheCatch(Path file, ExecutorService pool) throws InterruptedException {
    CountDownLatch read = new CountDownLatch(1);
    // BUG: WaitGroupDoneMissing: read
    pool.submit(() -> {
      String text;
      try {
        text = Files.readString(file);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      print(text);
      read.countDown();
    });
    read.await();
  }

  // ---- good ----

  static void countDownInFinally() throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    Thread.startVirtualThread(() -> {
      try {
        charge("g-1");
      } finally {
        charged.countDown();
      }
    });
    charged.await();
  }

  static void nothingBeforeItThrows() throws InterruptedException {
    CountDownLatch counted = new CountDownLatch(1);
    AtomicInteger total = new AtomicInteger();
    Thread.startVirtualThread(() -> {
      total.incrementAndGet();
      counted.countDown();
    });
    counted.await();
  }

  static void countDownFirst() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    Thread.startVirtualThread(() -> {
      started.countDown(); // tells that the task runs; what follows may fail
      charge("g-2");
    });
    started.await();
  }

  static void everyThrowableCaught() throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread.startVirtualThread(() -> {
      try {
        charge("g-3");
      } catch (Throwable t) {
        failure.set(t);
      }
      charged.countDown();
    });
    charged.await();
  }

  static void countedOnSuccessAndOnFailure() throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread.startVirtualThread(() -> {
      try {
        charge("g-4");
        charged.countDown();
      } catch (RuntimeException | Error e) {
        failure.set(e);
        charged.countDown();
      }
    });
    charged.await();
  }

  private static void finish(CountDownLatch latch) {
    latch.countDown();
  }

  static void methodThatAlwaysCountsDown() throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    Thread.startVirtualThread(() -> {
      try {
        charge("g-5");
      } finally {
        finish(charged);
      }
    });
    charged.await();
  }

  static void signalOfSuccessAwaitedWithATimeout(ExecutorService pool) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    pool.submit(() -> {
      charge("g-6");
      ready.countDown();
    });
    if (!ready.await(5, TimeUnit.SECONDS)) { // a failure is noticed
      throw new IllegalStateException("not ready");
    }
  }

  static void startGateAwaitedByTheTask(ExecutorService pool) {
    CountDownLatch gate = new CountDownLatch(1);
    pool.submit(() -> {
      gate.await(); // the task waits; the spawner counts down
      return 1;
    });
    gate.countDown();
  }

  static void countDownHandedToAnotherTask(ExecutorService pool) throws InterruptedException {
    CountDownLatch stored = new CountDownLatch(1);
    pool.execute(() -> pool.execute(() -> {
      try {
        charge("g-7");
      } finally {
        stored.countDown();
      }
    }));
    stored.await();
  }

  static void closedByTryWithResources() throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    Thread.startVirtualThread(() -> {
      try (Ticket ticket = charged::countDown) {
        charge("g-8 " + ticket);
      }
    });
    charged.await();
  }

  interface Ticket extends AutoCloseable {
    @Override
    void close();
  }

  record SafeCharge(String order, CountDownLatch charged) implements Runnable {
    @Override
    public void run() {
      try {
        charge(order);
      } finally {
        charged.countDown();
      }
    }
  }

  static void namedTaskWithFinally(ExecutorService pool) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    pool.submit(new SafeCharge("g-9", charged));
    charged.await();
  }

  static void callbackTakesTheDuty(Gateway gateway) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    Thread.startVirtualThread(() -> gateway.send("g-10", charged::countDown));
    charged.await();
  }

  interface Gateway {
    void send(String order, Runnable whenDone);
  }

  static void whenCompleteRunsEitherWay() throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    CompletableFuture.runAsync(() -> charge("g-11"))
        .whenComplete((nothing, failure) -> charged.countDown());
    charged.await();
  }

  static void nobodyAwaits(ExecutorService pool) {
    CountDownLatch remaining = new CountDownLatch(5);
    pool.submit(() -> {
      charge("g-12");
      remaining.countDown();
    });
    print("remaining " + remaining.getCount());
  }

  static void phaserWithFinally(int tasks) {
    Phaser phaser = new Phaser(1);
    for (int n = 0; n < tasks; n++) {
      phaser.register();
      Thread.startVirtualThread(() -> {
        try {
          charge("g-13");
        } finally {
          phaser.arriveAndDeregister();
        }
      });
    }
    phaser.arriveAndAwaitAdvance();
  }

  static void earlyReturnInsideTheTry(String order) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    Thread.startVirtualThread(() -> {
      try {
        if (order.isEmpty()) {
          return; // finally counts down here too
        }
        charge(order);
      } finally {
        charged.countDown();
      }
    });
    charged.await();
  }

  static void bothBranches(boolean express) throws InterruptedException {
    CountDownLatch shipped = new CountDownLatch(1);
    Thread.startVirtualThread(() -> {
      if (express) {
        shipped.countDown();
      } else {
        shipped.countDown();
      }
    });
    shipped.await();
  }

  static void countedByAPeriodicTask(ScheduledExecutorService timer, List<String> arrived)
      throws InterruptedException {
    CountDownLatch complete = new CountDownLatch(1);
    timer.scheduleAtFixedRate(
        () -> {
          if (arrived.size() == 3) {
            complete.countDown(); // a later run counts down
          }
        },
        0,
        1,
        TimeUnit.SECONDS);
    complete.await();
  }

  static void doneInFinally(List<String> orders) {
    WaitGroup charges = new WaitGroup();
    for (String order : orders) {
      charges.add(1);
      Go.go(() -> {
        try {
          charge(order);
        } finally {
          charges.done();
        }
      });
    }
    charges.await();
  }

  static void goCallsDoneItself(List<String> orders) {
    WaitGroup charges = new WaitGroup();
    for (String order : orders) {
      charges.go(() -> charge(order)); // add before, done after, whatever happens
    }
    charges.await();
  }

  private static void chargeAndDone(String order, WaitGroup charges) {
    try {
      charge(order);
    } finally {
      charges.done();
    }
  }

  static void methodThatAlwaysCallsDone() {
    WaitGroup charges = new WaitGroup();
    charges.add(2);
    Go.go(() -> chargeAndDone("g-14", charges));
    Go.go(() -> chargeAndDone("g-15", charges));
    charges.await();
  }

  static void oneGoroutineWaitsForTheOthers(Chan<String> out) {
    WaitGroup senders = new WaitGroup();
    senders.add(1);
    Go.go(() -> {
      try {
        out.send("value");
      } finally {
        senders.done();
      }
    });
    Go.go(() -> {
      senders.await(); // waits, owes no done
      out.close();
    });
  }

  static void caughtCompletelyInTheCalledMethod() throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    Thread.startVirtualThread(() -> {
      chargeQuietly("g-16"); // lets nothing out
      charged.countDown();
    });
    charged.await();
  }

  private static void chargeQuietly(String order) {
    try {
      charge(order);
    } catch (RuntimeException e) {
      print("declined");
    }
  }

  // ---- misses ----

  static void continuationSkippedByAFailure() throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(1);
    // MISS: thenRun does not run when the stage fails; chains of stages are not followed
    CompletableFuture.runAsync(() -> charge("m-1")).thenRun(charged::countDown);
    charged.await();
  }

  static void tooFewTasks(ExecutorService pool) throws InterruptedException {
    CountDownLatch charged = new CountDownLatch(3);
    for (int n = 0; n < 2; n++) {
      // MISS: the number of tasks is not compared with the count
      pool.submit(charged::countDown);
    }
    charged.await();
  }

  static void latchFromAList() throws InterruptedException {
    List<CountDownLatch> latches = new ArrayList<>();
    latches.add(new CountDownLatch(1));
    // MISS: the elements of a collection have no identity
    Thread.startVirtualThread(() -> {
      charge("m-3");
      latches.get(0).countDown();
    });
    latches.get(0).await();
  }

  private static void charge(String order) {
    if (order.length() > 10) {
      throw new IllegalStateException("declined: " + order);
    }
    print("charged " + order);
  }

  private static void print(String text) {
    System.out.println(text);
  }
}
