package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import corpus.race.Gate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What is done before a releasing method is seen after the matching acquiring one. */
final class Synchronizers {
  private Synchronizers() {}

  /** Counting down and waiting for zero. */
  static void noRaceLatch() throws Exception {
    CountDownLatch latch = new CountDownLatch(2);
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 1;
          latch.countDown();
        },
        () -> {
          s.more = 1;
          latch.countDown();
        },
        () -> {
          latch.await();
          use(s.data + s.more);
        });
  }

  /** A latch as a starting gun. */
  static void noRaceStartingGun() throws Exception {
    CountDownLatch gun = new CountDownLatch(1);
    Shared s = new Shared();
    threads(
        () -> {
          gun.await();
          use(s.data);
        },
        () -> {
          use(gun.await(1, TimeUnit.MINUTES));
          use(s.data);
        },
        () -> {
          s.data = 42;
          gun.countDown();
        });
  }

  /** Those who count down are not ordered among themselves. */
  static void raceTwoCountDowns() throws Exception {
    CountDownLatch latch = new CountDownLatch(2);
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          latch.countDown();
        },
        () -> {
          latch.countDown();
          // RACE: data
          s.data = 2;
        });
    latch.await();
  }

  /** A write after the count-down. */
  static void raceAfterTheCountDown() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    Shared s = new Shared();
    threads(
        () -> {
          latch.countDown();
          // RACE: data
          s.data = 1;
        },
        () -> {
          latch.await();
          // RACE: data
          use(s.data);
        });
  }

  /** A wait that times out. */
  static void raceLatchTimesOut() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          latch.countDown();
        },
        () -> {
          use(never.await(1, TimeUnit.MILLISECONDS));
          // RACE: data
          use(s.data);
        });
  }

  /** Each phase sees what all did in the phase before. */
  static void noRaceBarrier() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    int[] cells = new int[2];
    threads(() -> phases(barrier, cells, 0), () -> phases(barrier, cells, 1));
  }

  private static void phases(CyclicBarrier barrier, int[] cells, int own) throws Exception {
    for (int phase = 0; phase < 3; phase++) {
      cells[own]++;
      barrier.await();
      use(cells[1 - own]);
      barrier.await();
    }
  }

  /** The action sees what all did before, and is seen by all afterwards. */
  static void noRaceBarrierAction() throws Exception {
    int[] cells = new int[3];
    CyclicBarrier barrier = new CyclicBarrier(2, () -> cells[2] = cells[0] + cells[1]);
    threads(() -> sum(barrier, cells, 0), () -> sum(barrier, cells, 1));
  }

  private static void sum(CyclicBarrier barrier, int[] cells, int own) throws Exception {
    cells[own] = own;
    barrier.await();
    use(cells[2]);
  }

  /** Before the barrier nothing is ordered. */
  static void raceBeforeTheBarrier() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          barrier.await();
        },
        () -> {
          // RACE: data
          s.data = 2;
          barrier.await();
        });
  }

  /** After the barrier nothing is ordered. */
  static void raceAfterTheBarrier() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    Shared s = new Shared();
    threads(
        () -> {
          barrier.await();
          // RACE: data
          s.data = 1;
        },
        () -> {
          barrier.await();
          // RACE: data
          s.data = 2;
        });
  }

  /** The action runs before the parties go on; who has not arrived is not ordered with it. */
  static void raceActionAndAStranger() throws Exception {
    Shared s = new Shared();
    CyclicBarrier barrier = new CyclicBarrier(2, () -> {
      // RACE: data
      s.data = 1;
    });
    threads(
        () -> barrier.await(),
        () -> barrier.await(),
        // RACE: data
        () -> use(s.data));
  }

  /** Arriving and waiting for the others. */
  static void noRacePhaser() throws Exception {
    Phaser phaser = new Phaser(2);
    int[] cells = new int[2];
    threads(
        () -> {
          cells[0] = 1;
          phaser.arriveAndAwaitAdvance();
          use(cells[1]);
        },
        () -> {
          cells[1] = 1;
          phaser.arriveAndAwaitAdvance();
          use(cells[0]);
        });
  }

  /** Some arrive, others wait. */
  static void noRaceArriveAndAwait() throws Exception {
    Phaser phaser = new Phaser(1);
    Shared s = new Shared();
    int phase = phaser.getPhase();
    threads(
        () -> {
          s.data = 1;
          use(phaser.arriveAndDeregister());
        },
        () -> {
          use(phaser.awaitAdvance(phase));
          use(s.data);
        });
  }

  /** Those who arrive without waiting are not ordered. */
  static void raceTwoArrivals() throws Exception {
    Phaser phaser = new Phaser(3);
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          use(phaser.arrive());
        },
        () -> {
          use(phaser.arrive());
          // RACE: data
          s.data = 2;
        });
  }

  /** A write after the arrival. */
  static void raceAfterTheArrival() throws Exception {
    Phaser phaser = new Phaser(1);
    Shared s = new Shared();
    int phase = phaser.getPhase();
    threads(
        () -> {
          use(phaser.arrive());
          // RACE: data
          s.data = 1;
        },
        () -> {
          use(phaser.awaitAdvance(phase));
          // RACE: data
          use(s.data);
        });
  }

  /** Both see what the other one did before the exchange. */
  static void noRaceExchanger() throws Exception {
    Exchanger<int[]> exchanger = new Exchanger<>();
    threads(() -> swapped(exchanger), () -> swapped(exchanger));
  }

  private static void swapped(Exchanger<int[]> exchanger) throws Exception {
    int[] own = new int[1];
    own[0] = 1;
    int[] received = exchanger.exchange(own);
    received[0]++;
  }

  /** What was given away is written afterwards. */
  static void raceAfterTheExchange() throws Exception {
    Exchanger<int[]> exchanger = new Exchanger<>();
    threads(
        () -> {
          int[] own = new int[1];
          use(exchanger.exchange(own));
          // RACE: element
          own[0] = 2;
        },
        () -> {
          int[] received = exchanger.exchange(new int[1]);
          // RACE: element
          use(received[0]);
        });
  }

  /** One permit. */
  static void noRaceSemaphore() throws Exception {
    Semaphore permit = new Semaphore(1);
    Shared s = new Shared();
    threads(
        () -> {
          permit.acquire();
          s.data++;
          permit.release();
        },
        () -> {
          while (!permit.tryAcquire()) {
            Thread.yield();
          }
          s.data++;
          permit.release();
        });
  }

  /** Permits handed from the one who writes to the one who reads. */
  static void noRacePermitAsAMessage() throws Exception {
    Semaphore written = new Semaphore(0);
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 1;
          written.release();
        },
        () -> {
          written.acquire();
          use(s.data);
        });
  }

  /** Two permits let two in at once. */
  static void raceTwoPermits() throws Exception {
    Semaphore permits = new Semaphore(2);
    Shared s = new Shared();
    Gate left = new Gate();
    Gate right = new Gate();
    threads(
        () -> {
          permits.acquire();
          // RACE: data
          s.data++;
          left.open();
          right.pass();
          permits.release();
        },
        () -> {
          permits.acquire();
          // RACE: data
          s.data++;
          right.open();
          left.pass();
          permits.release();
        });
  }

  /** A permit that was not to be had. */
  static void raceTryAcquireThatFails() throws Exception {
    Semaphore permit = new Semaphore(0);
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          use(permit.tryAcquire());
        },
        () -> {
          use(permit.tryAcquire());
          // RACE: data
          s.data = 2;
        });
  }
}
