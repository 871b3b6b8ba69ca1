package corpus.rules.waitgroup;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/** A task that registers itself may do so after the wait is over. */
final class WaitGroupAddInGoroutine {
  private WaitGroupAddInGoroutine() {}

  // ---- bad ----

  static void registeredByTheThread() {
    Phaser phaser = new Phaser(1);
    for (int n = 0; n < 4; n++) {
      new Thread(() -> {
            // BUG: WaitGroupAddInGoroutine: phaser
            phaser.register();
            try {
              print("working");
            } finally {
              phaser.arriveAndDeregister();
            }
          })
          .start();
    }
    phaser.arriveAndAwaitAdvance();
  }

  static void registeredAfterOtherWork() {
    Phaser phaser = new Phaser(1);
    Thread.startVirtualThread(() -> {
      print("starting");
      // BUG: WaitGroupAddInGoroutine: phaser
      phaser.register();
      try {
        print("working");
      } finally {
        phaser.arriveAndDeregister();
      }
    });
    phaser.arriveAndAwaitAdvance();
  }

  static void registeredInABranch(boolean large, ExecutorService pool) {
    Phaser parts = new Phaser(1);
    pool.submit(() -> {
      if (large) {
        // BUG: WaitGroupAddInGoroutine: parts
        parts.register();
        print("large");
        parts.arriveAndDeregister();
      }
    });
    parts.arriveAndAwaitAdvance();
  }

  static void registeredInBulkByTheTask(ExecutorService pool) {
    Phaser parts = new Phaser(1);
    pool.execute(() -> {
      // BUG: WaitGroupAddInGoroutine: parts
      parts.bulkRegister(2);
      pool.execute(parts::arriveAndDeregister);
      pool.execute(parts::arriveAndDeregister);
    });
    parts.arriveAndAwaitAdvance();
  }

  static void anonymousClass() {
    Phaser phaser = new Phaser(1);
    Thread.ofVirtual().start(new Runnable() {
      @Override
      public void run() {
        // BUG: WaitGroupAddInGoroutine: phaser
        phaser.register();
        print("working");
        phaser.arriveAndDeregister();
      }
    });
    phaser.arriveAndAwaitAdvance();
  }

  static final class Part implements Runnable {
    private final Phaser phaser;

    Part(Phaser phaser) {
      this.phaser = phaser;
    }

    @Override
    public void run() {
      // BUG: WaitGroupAddInGoroutine: phaser
      phaser.register();
      print("working");
      phaser.arriveAndDeregister();
    }
  }

  static void namedTask(ExecutorService pool) {
    Phaser phaser = new Phaser(1);
    pool.submit(new Part(phaser));
    phaser.arriveAndAwaitAdvance();
  }

  static final class AwaitedByAnotherMethod {
    private final Phaser running = new Phaser(1);

    void start() {
      Thread.startVirtualThread(this::work);
    }

    private void work() {
      // BUG: WaitGroupAddInGoroutine: running
      running.register();
      try {
        print("working");
      } finally {
        running.arriveAndDeregister();
      }
    }

    void stop() {
      running.arriveAndAwaitAdvance();
    }
  }

  private static void begin(Phaser phaser) {
    phaser.register();
  }

  static void registeredByAMethodOfTheTask() {
    Phaser phaser = new Phaser(1);
    Thread.startVirtualThread(() -> {
      // BUG: WaitGroupAddInGoroutine: phaser
      begin(phaser);
      print("working");
      phaser.arriveAndDeregister();
    });
    phaser.arriveAndAwaitAdvance();
  }

  static void awaitedByNumberOfPhase() {
    Phaser phaser = new Phaser();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> {
        // BUG: WaitGroupAddInGoroutine: phaser
        phaser.register();
        print("working");
        phaser.arrive();
      });
      phaser.awaitAdvance(0);
    }
  }

  static void addFirstThingInTheGoroutine() {
    WaitGroup charges = new WaitGroup();
    for (int n = 0; n < 4; n++) {
      Go.go(() -> {
        // BUG: WaitGroupAddInGoroutine: charges
        charges.add(1);
        try {
          print("charging");
        } finally {
          charges.done();
        }
      });
    }
    charges.await();
  }

  static void addAfterOtherStatements(Chan<String> orders) {
    WaitGroup charges = new WaitGroup();
    Go.go(() -> {
      String order = orders.receive();
      print(order);
      // BUG: WaitGroupAddInGoroutine: charges
      charges.add(1);
      Go.go(charges::done);
    });
    charges.await();
  }

  static void goCalledByAnUncountedGoroutine() {
    WaitGroup charges = new WaitGroup();
    // BUG: WaitGroupAddInGoroutine: charges
    Go.go(() -> charges.go(() -> print("charging")));
    charges.await();
  }

  static void addOnAVirtualThread() {
    WaitGroup charges = new WaitGroup();
    Thread.startVirtualThread(() -> {
      // BUG: WaitGroupAddInGoroutine: charges
      charges.add(1);
      try {
        print("charging");
      } finally {
        charges.done();
      }
    });
    charges.await();
  }

  static final class Batch {
    private final WaitGroup open = new WaitGroup();

    void start(String order) {
      Go.go(() -> process(order));
    }

    private void process(String order) {
      // BUG: WaitGroupAddInGoroutine: open
      open.add(1);
      try {
        print(order);
      } finally {
        open.done();
      }
    }

    void close() {
      open.await();
    }
  }

  // ---- good ----

  static void registeredBeforeTheSpawn() {
    Phaser phaser = new Phaser(1);
    for (int n = 0; n < 4; n++) {
      phaser.register();
      Thread.startVirtualThread(() -> {
        try {
          print("working");
        } finally {
          phaser.arriveAndDeregister();
        }
      });
    }
    phaser.arriveAndAwaitAdvance();
  }

  static void registeredInBulkBeforeTheSpawns(ExecutorService pool) {
    Phaser phaser = new Phaser(1);
    phaser.bulkRegister(4);
    for (int n = 0; n < 4; n++) {
      pool.execute(phaser::arriveAndDeregister);
    }
    phaser.arriveAndAwaitAdvance();
  }

  static void registeredForGrandchildren(ExecutorService pool) {
    Phaser phaser = new Phaser(1);
    phaser.register();
    pool.execute(() -> {
      try {
        phaser.register(); // this task is still registered itself
        pool.execute(phaser::arriveAndDeregister);
      } finally {
        phaser.arriveAndDeregister();
      }
    });
    phaser.arriveAndAwaitAdvance();
  }

  static void phaserOfTheTaskItself(ExecutorService pool) {
    pool.submit(() -> {
      Phaser own = new Phaser(1);
      own.register(); // created, registered and awaited by one thread
      pool.execute(own::arriveAndDeregister);
      own.arriveAndAwaitAdvance();
    });
  }

  static void anotherPhaserInTheTask(ExecutorService pool) {
    Phaser outer = new Phaser(1);
    Phaser inner = new Phaser();
    outer.register();
    pool.submit(() -> {
      inner.register(); // nobody waits for this one
      outer.arriveAndDeregister();
    });
    outer.arriveAndAwaitAdvance();
  }

  static void registeredByAnImmediateLambda(List<String> names, ExecutorService pool) {
    Phaser phaser = new Phaser(1);
    names.forEach(name -> {
      phaser.register(); // runs on the spawner, before the spawn
      pool.execute(() -> {
        try {
          print(name);
        } finally {
          phaser.arriveAndDeregister();
        }
      });
    });
    phaser.arriveAndAwaitAdvance();
  }

  static void registeredByAMappingFunction(Map<String, Phaser> known) {
    Map<String, Phaser> phasers = new ConcurrentHashMap<>(known);
    Phaser phaser = phasers.computeIfAbsent("load", key -> {
      Phaser created = new Phaser(1);
      created.register(); // runs before computeIfAbsent returns
      return created;
    });
    Thread.startVirtualThread(phaser::arriveAndDeregister);
    phaser.arriveAndAwaitAdvance();
  }

  static void spawnerWaitsForTheThreadFirst() throws InterruptedException {
    Phaser phaser = new Phaser(1);
    Thread registrar = new Thread(phaser::register);
    registrar.start();
    registrar.join(); // registered for certain
    Thread.startVirtualThread(phaser::arriveAndDeregister);
    phaser.arriveAndAwaitAdvance();
  }

  static void goroutineIsJoinedBeforeTheWait() throws InterruptedException {
    WaitGroup charges = new WaitGroup();
    Thread opener = Thread.startVirtualThread(() -> {
      charges.add(1); // counted when the join returns
      Go.go(charges::done);
    });
    opener.join();
    charges.await();
  }

  static void addOfACollection(ExecutorService pool) throws InterruptedException {
    List<String> names = new ArrayList<>();
    Thread thread = new Thread(() -> {
      names.add("first"); // not a wait group
    });
    thread.start();
    thread.join();
    pool.submit(() -> print("none"));
  }

  static void nobodyAwaits(ExecutorService pool) {
    Phaser open = new Phaser();
    pool.submit(() -> {
      open.register();
      print("open " + open.getRegisteredParties());
      open.arriveAndDeregister();
    });
  }

  static void selfRegisteringPartyThatAwaitsItself(ExecutorService pool) {
    Phaser meeting = new Phaser();
    for (int n = 0; n < 2; n++) {
      pool.submit(() -> {
        meeting.register(); // only the registered tasks themselves wait
        meeting.arriveAndAwaitAdvance();
      });
    }
  }

  static void addBeforeTheSpawn() {
    WaitGroup charges = new WaitGroup();
    for (int n = 0; n < 4; n++) {
      charges.add(1);
      Go.go(() -> {
        try {
          print("charging");
        } finally {
          charges.done();
        }
      });
    }
    charges.await();
  }

  static void addOfAllBeforeTheLoop() {
    WaitGroup charges = new WaitGroup();
    charges.add(4);
    for (int n = 0; n < 4; n++) {
      Go.go(charges::done);
    }
    charges.await();
  }

  static void addForAGrandchild() {
    WaitGroup pages = new WaitGroup();
    pages.add(1);
    Go.go(() -> {
      try {
        pages.add(1); // legal: this goroutine still counts
        Go.go(pages::done);
      } finally {
        pages.done();
      }
    });
    pages.await();
  }

  static void goWithinGo() {
    WaitGroup pages = new WaitGroup();
    pages.go(() -> pages.go(() -> print("the outer goroutine still counts")));
    pages.await();
  }

  static void groupOfTheGoroutineItself() {
    Go.go(() -> {
      WaitGroup own = new WaitGroup();
      own.add(1); // added, spawned and awaited by one goroutine
      Go.go(own::done);
      own.await();
    });
  }

  // ---- misses ----

  static void registrationOfAnotherTask(ExecutorService pool) {
    Phaser phaser = new Phaser();
    phaser.register();
    pool.submit(phaser::arriveAndDeregister);
    pool.submit(() -> {
      // MISS: the registration above belongs to the other task; counts are not matched
      phaser.register();
      phaser.arriveAndDeregister();
    });
    phaser.awaitAdvance(0);
  }

  private static void print(String text) {
    System.out.println(text);
  }
}
