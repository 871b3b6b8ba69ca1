package dev.goguard.runtime.internal.sched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoBody;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.Time;
import dev.goguard.runtime.WaitGroup;
import dev.goguard.runtime.internal.Guarded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@Guarded
class GmpSchedulerTest {

  /** Runs a body as a goroutine and waits until it has ended. */
  private static void run(Scheduler scheduler, GoBody body) throws InterruptedException {
    List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
    Thread thread = scheduler.newThread(() -> {
      try {
        body.run();
      } catch (Throwable e) {
        thrown.add(e);
      }
    });
    thread.start();
    thread.join();
    assertThat(thrown).isEmpty();
  }

  @Test
  void go_inAGoroutine_staysOnItsScheduler() throws Exception {
    Scheduler scheduler = new GmpScheduler(2);
    Set<String> carriers = ConcurrentHashMap.newKeySet();
    run(scheduler, () -> {
      WaitGroup wg = new WaitGroup();
      for (int i = 0; i < 100; i++) {
        wg.go(() -> carriers.add(VirtualThreads.currentCarrierThread().getName()));
      }
      wg.await();
    });
    assertThat(carriers).isNotEmpty().allMatch(name -> name.startsWith("goguard-carrier-"));
  }

  @Test
  void go_onePlace_runsTheLastStartedFirstAndTheOthersInOrder() throws Exception {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    run(new GmpScheduler(1), () -> {
      WaitGroup wg = new WaitGroup();
      for (int i = 0; i < 5; i++) {
        int number = i;
        wg.go(() -> order.add(number));
      }
      wg.await();
    });
    assertThat(order).containsExactly(4, 0, 1, 2, 3);
  }

  @Test
  void yield_onePlace_letsTheOthersRunFirst() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    run(new GmpScheduler(1), () -> {
      WaitGroup wg = new WaitGroup();
      wg.go(() -> order.add("child"));
      Thread.yield();
      order.add("parent");
      wg.await();
    });
    assertThat(order).containsExactly("child", "parent");
  }

  @Test
  void execute_anotherWhileTheCarrierIsTheCurrentThread_isNotTakenForAYield() throws Exception {
    // As wakers do on JDK 21. What is no virtual thread runs on the carrier itself.
    GmpScheduler scheduler = new GmpScheduler(1);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch ran = new CountDownLatch(3);
    scheduler.execute(() -> {
      for (int i = 0; i < 3; i++) {
        int number = i;
        scheduler.execute(() -> {
          order.add(number);
          ran.countDown();
        });
      }
    });
    ran.await();
    assertThat(order).containsExactly(2, 0, 1);
  }

  @Test
  void queue_overflowing_losesNothing() throws Exception {
    AtomicInteger ran = new AtomicInteger();
    run(new GmpScheduler(1), () -> {
      WaitGroup wg = new WaitGroup();
      for (int i = 0; i < 10_000; i++) {
        wg.go(ran::incrementAndGet);
      }
      wg.await();
    });
    assertThat(ran).hasValue(10_000);
  }

  @Test
  void sysmon_goroutineThatDoesNotStop_letsOthersRunOnAnotherCarrier() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    run(new GmpScheduler(1), () -> {
      WaitGroup wg = new WaitGroup();
      wg.go(() -> {
        while (!stop.get()) {
          Thread.onSpinWait();
        }
      });
      wg.go(() -> {
        Thread.yield();
        stop.set(true);
      });
      wg.await();
    });
    assertThat(stop).isTrue();
  }

  @Test
  void sysmon_everyPlaceIsBusy_runsWhatComesFromOutside() throws Exception {
    Scheduler scheduler = new GmpScheduler(2);
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch spinning = new CountDownLatch(4);
    for (int i = 0; i < 4; i++) {
      scheduler
          .newThread(() -> {
            spinning.countDown();
            while (!stop.get()) {
              Thread.onSpinWait();
            }
          })
          .start();
    }
    spinning.await();
    run(scheduler, () -> stop.set(true));
    assertThat(stop).isTrue();
  }

  @Test
  void sysmon_nextBehindAGoroutineThatDoesNotStop_getsTheIdleCarrier() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    run(new GmpScheduler(2), () -> {
      Go.go(() -> stop.set(true));
      while (!stop.get()) {
        Thread.onSpinWait();
      }
    });
    assertThat(stop).isTrue();
  }

  @Test
  void poll_pairThatKeepsHandingOver_doesNotStarveTheQueue() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    run(new GmpScheduler(1), () -> {
      Chan<Integer> ch = Chan.make();
      WaitGroup wg = new WaitGroup();
      wg.go(() -> stop.set(true));
      wg.go(() -> {
        while (!stop.get()) {
          ch.send(1);
        }
        ch.close();
      });
      wg.go(() -> {
        while (ch.receiveOk().ok()) {
          Thread.onSpinWait();
        }
      });
      wg.await();
    });
    assertThat(stop).isTrue();
  }

  @Test
  void poll_pairsThatKeepHandingOver_doNotStarveASleeper() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    run(new GmpScheduler(2), () -> {
      WaitGroup wg = new WaitGroup();
      for (int i = 0; i < 3; i++) {
        Chan<Integer> ch = Chan.make();
        wg.go(() -> {
          while (!stop.get()) {
            ch.send(1);
          }
          ch.close();
        });
        wg.go(() -> {
          while (ch.receiveOk().ok()) {
            Thread.onSpinWait();
          }
        });
      }
      Time.sleep(Duration.ofMillis(20));
      Select.of(Select.after(Duration.ofMillis(20), () -> stop.set(true))).run();
      wg.await();
    });
    assertThat(stop).isTrue();
  }

  @Test
  void poll_goroutinesThatOnlyYield_doNotStarveWhatComesFromOutside() throws Exception {
    Scheduler scheduler = new GmpScheduler(2);
    AtomicBoolean stop = new AtomicBoolean();
    for (int i = 0; i < 8; i++) {
      scheduler
          .newThread(() -> {
            while (!stop.get()) {
              Thread.yield();
            }
          })
          .start();
    }
    run(scheduler, () -> stop.set(true));
    assertThat(stop).isTrue();
  }

  @Test
  void setGomaxprocs_lessAndMore_everythingGoesOn() throws Exception {
    GmpScheduler scheduler = new GmpScheduler(4);
    AtomicInteger received = new AtomicInteger();
    Thread work = scheduler.newThread(() -> hammer(received));
    work.start();
    for (int procs : new int[] {1, 3, 1, 2, 8, 1}) {
      scheduler.setGomaxprocs(procs);
      assertThat(scheduler.gomaxprocs()).isEqualTo(procs);
      int before = received.get();
      while (received.get() == before && work.isAlive()) {
        Thread.onSpinWait();
      }
    }
    work.join();
    assertThat(received).hasValue(400_000);
  }

  private static void hammer(AtomicInteger received) {
    Chan<Integer> ch = Chan.make(4);
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 8; i++) {
      wg.go(() -> {
        for (int k = 0; k < 50_000; k++) {
          ch.send(k);
        }
      });
      wg.go(() -> {
        for (int k = 0; k < 50_000; k++) {
          ch.receive();
          received.incrementAndGet();
        }
      });
    }
    wg.await();
  }

  @Test
  void setGomaxprocs_raisedWhileEveryCarrierIsBusy_runsWhatWaits() throws Exception {
    GmpScheduler scheduler = new GmpScheduler(4);
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch busy = new CountDownLatch(4);
    for (int i = 0; i < 4; i++) {
      scheduler
          .newThread(() -> {
            busy.countDown();
            while (!stop.get()) {
              Thread.onSpinWait();
            }
          })
          .start();
    }
    busy.await();
    scheduler.setGomaxprocs(1);
    CountDownLatch ran = new CountDownLatch(8);
    for (int i = 0; i < 8; i++) {
      scheduler.newThread(ran::countDown).start();
    }
    scheduler.setGomaxprocs(4); // places are free now, and no carrier is idle
    ran.await();
    stop.set(true);
    assertThat(ran.getCount()).isZero();
  }

  @Test
  void setGomaxprocs_farBeyondTheProcessors_isAccepted() throws Exception {
    GmpScheduler scheduler = new GmpScheduler(1);
    scheduler.setGomaxprocs(1024);
    assertThat(scheduler.gomaxprocs()).isEqualTo(1024);
    Thread goroutine = scheduler.newThread(() -> scheduler.setGomaxprocs(1));
    goroutine.start();
    goroutine.join();
    assertThat(scheduler.gomaxprocs()).isOne();
  }

  @Test
  void setGomaxprocs_outOfRange_isRefused() {
    Scheduler scheduler = new GmpScheduler(1);
    assertThatThrownBy(() -> scheduler.setGomaxprocs(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 1 and");
    assertThat(scheduler.gomaxprocs()).isOne();
  }

  @Test
  void execute_whileEveryCarrierIsHandedOffAtOnce_losesNoWakeUp() throws Exception {
    for (int round = 0; round < 50; round++) {
      GmpScheduler scheduler = new GmpScheduler(1);
      AtomicBoolean ended = new AtomicBoolean();
      Thread handingOff = Thread.ofPlatform().start(() -> {
        while (!ended.get()) {
          for (Processor processor : scheduler.processors()) {
            scheduler.handOff(processor);
          }
        }
      });
      for (int i = 0; i < 100; i++) {
        CountDownLatch ran = new CountDownLatch(1);
        scheduler.execute(ran::countDown);
        ran.await();
      }
      ended.set(true);
      handingOff.join();
    }
  }

  @Test
  void execute_fromOutsideAgainAndAgain_losesNoWakeUp() throws Exception {
    Scheduler scheduler = new GmpScheduler(2);
    AtomicInteger turns = new AtomicInteger();
    int rounds = 20_000;
    List<Thread> goroutines = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Thread goroutine = scheduler.newThread(() -> {
        for (int k = 0; k < rounds; k++) {
          LockSupport.park();
          turns.incrementAndGet();
        }
      });
      goroutine.start();
      goroutines.add(goroutine);
    }
    while (goroutines.stream().anyMatch(Thread::isAlive)) {
      // Every place becomes idle between two wake-ups, at one time or another.
      goroutines.forEach(LockSupport::unpark);
      Thread.onSpinWait();
    }
    assertThat(turns).hasValue(2 * rounds);
  }

  @Test
  void state_idle_showsEveryCarrierParked() throws Exception {
    GmpScheduler scheduler = new GmpScheduler(3);
    run(scheduler, () -> {});
    SchedState state = scheduler.state();
    while (state.idleProcs() < 3) {
      Thread.onSpinWait();
      state = scheduler.state();
    }
    assertThat(state.gomaxprocs()).isEqualTo(3);
    assertThat(state.threads()).isEqualTo(3);
    assertThat(state.globalQueue()).isZero();
    assertThat(state.localQueues()).containsOnly(0);
  }

  @Test
  void setGomaxprocs_less_takesPlacesAwayAtOnce() throws Exception {
    GmpScheduler scheduler = new GmpScheduler(4);
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> goroutines = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread goroutine = scheduler.newThread(() -> {
        while (!stop.get()) {
          Thread.yield();
        }
      });
      goroutine.start();
      goroutines.add(goroutine);
    }
    while (scheduler.places().running() < 4) {
      Thread.onSpinWait();
    }
    scheduler.setGomaxprocs(2);
    assertThat(scheduler.places().running()).isLessThanOrEqualTo(2);
    scheduler.setGomaxprocs(1);
    assertThat(scheduler.places().running()).isLessThanOrEqualTo(1);
    stop.set(true);
    for (Thread goroutine : goroutines) {
      goroutine.join();
    }
  }
}
