package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;
import static corpus.race.Sides.virtualThreads;

import corpus.race.Gate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Locks have the memory effects of the built-in monitor. */
final class Locks {
  private Locks() {}

  private static void locked(Lock lock, Runnable body) {
    lock.lock();
    try {
      body.run();
    } finally {
      lock.unlock();
    }
  }

  /** One lock. */
  static void noRaceReentrantLock() throws Exception {
    Lock lock = new ReentrantLock();
    Shared s = new Shared();
    threads(() -> locked(lock, () -> s.data++), () -> locked(lock, () -> s.data--));
  }

  /** A fair lock, on virtual threads. */
  static void noRaceFairLock() throws Exception {
    Lock lock = new ReentrantLock(true);
    Shared s = new Shared();
    virtualThreads(() -> locked(lock, () -> s.data++), () -> locked(lock, () -> s.data--));
  }

  /** A lock taken twice by its owner. */
  static void noRaceReentrance() throws Exception {
    Lock lock = new ReentrantLock();
    Shared s = new Shared();
    threads(
        () -> locked(lock, () -> {
          locked(lock, () -> s.data++);
          s.data++;
        }),
        () -> locked(lock, () -> s.data--));
  }

  /** The other ways to take a lock. */
  static void noRaceTryLock() throws Exception {
    Lock lock = new ReentrantLock();
    Shared s = new Shared();
    threads(
        () -> {
          while (!lock.tryLock()) {
            Thread.yield();
          }
          s.data++;
          lock.unlock();
        },
        () -> {
          if (lock.tryLock(1, TimeUnit.MINUTES)) {
            s.data++;
            lock.unlock();
          }
        },
        () -> {
          lock.lockInterruptibly();
          s.data++;
          lock.unlock();
        });
  }

  /** A condition, signalled. */
  static void noRaceCondition() throws Exception {
    Lock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    Shared s = new Shared();
    threads(
        () -> {
          lock.lock();
          try {
            while (s.more == 0) {
              changed.await();
            }
          } finally {
            lock.unlock();
          }
          use(s.data);
        },
        () -> {
          s.data = 42;
          locked(lock, () -> {
            s.more = 1;
            changed.signalAll();
          });
        });
  }

  /** A condition whose wait times out takes the lock again. */
  static void noRaceTimedCondition() throws Exception {
    Lock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    Shared s = new Shared();
    threads(
        () -> {
          lock.lock();
          try {
            use(changed.await(1, TimeUnit.MILLISECONDS));
            s.data++;
          } finally {
            lock.unlock();
          }
        },
        () -> locked(lock, () -> s.data--));
  }

  /** Two locks. */
  static void raceTwoLocks() throws Exception {
    Lock left = new ReentrantLock();
    Lock right = new ReentrantLock();
    Shared s = new Shared();
    threads(
        // RACE: data
        () -> locked(left, () -> s.data++),
        // RACE: data
        () -> locked(right, () -> s.data--));
  }

  /** A lock that was not to be had is used as if it were. */
  static void raceTryLockThatFails() throws Exception {
    Lock lock = new ReentrantLock();
    Shared s = new Shared();
    Gate held = new Gate();
    Gate done = new Gate();
    threads(
        () -> {
          lock.lock();
          held.open();
          // RACE: data
          s.data = 1;
          done.pass();
          lock.unlock();
        },
        () -> {
          held.pass();
          use(lock.tryLock());
          // RACE: data
          s.data = 2;
          done.open();
        });
  }

  /** Asking whether a lock is taken orders nothing. */
  static void raceIsLocked() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Shared s = new Shared();
    threads(
        () -> {
          lock.lock();
          // RACE: data
          s.data = 1;
          lock.unlock();
        },
        () -> {
          use(lock.isLocked());
          // RACE: data
          use(s.data);
        });
  }

  /** A write after the unlock. */
  static void raceAfterTheUnlock() throws Exception {
    Lock lock = new ReentrantLock();
    Shared s = new Shared();
    Gate unlocked = new Gate();
    threads(
        () -> {
          locked(lock, () -> s.more++);
          unlocked.open();
          // RACE: data
          s.data = 1;
        },
        () -> {
          // RACE: data
          s.data = 2;
          unlocked.pass();
          locked(lock, () -> s.more++);
        });
  }

  /** The signaller writes after it has given up the lock. */
  static void raceAfterTheSignal() throws Exception {
    Lock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    Shared s = new Shared();
    threads(
        () -> {
          lock.lock();
          try {
            while (s.more == 0) {
              changed.await();
            }
          } finally {
            lock.unlock();
          }
          // RACE: data
          use(s.data);
        },
        () -> {
          locked(lock, () -> {
            s.more = 1;
            changed.signal();
          });
          // RACE: data
          s.data = 42;
        });
  }

  /** Readers and a writer of one lock. */
  static void noRaceReadWriteLock() throws Exception {
    ReadWriteLock lock = new ReentrantReadWriteLock();
    Shared s = new Shared();
    threads(
        () -> locked(lock.readLock(), () -> use(s.data)),
        () -> locked(lock.readLock(), () -> use(s.data)),
        () -> locked(lock.writeLock(), () -> s.data++),
        () -> locked(lock.writeLock(), () -> s.data++));
  }

  /** A writer becomes a reader. */
  static void noRaceDowngrade() throws Exception {
    ReadWriteLock lock = new ReentrantReadWriteLock();
    Shared s = new Shared();
    threads(
        () -> {
          lock.writeLock().lock();
          s.data++;
          lock.readLock().lock();
          lock.writeLock().unlock();
          use(s.data);
          lock.readLock().unlock();
        },
        () -> locked(lock.writeLock(), () -> s.data++));
  }

  /** Readers are not ordered among themselves. */
  static void raceWriteUnderAReadLock() throws Exception {
    ReadWriteLock lock = new ReentrantReadWriteLock();
    Shared s = new Shared();
    threads(
        // RACE: data
        () -> locked(lock.readLock(), () -> s.data++),
        // RACE: data
        () -> locked(lock.readLock(), () -> s.data--));
  }

  /** The same with a lock that is fair. */
  static void raceWriteUnderAFairReadLock() throws Exception {
    ReadWriteLock lock = new ReentrantReadWriteLock(true);
    Shared s = new Shared();
    threads(
        () -> {
          lock.readLock().lock();
          // RACE: data
          s.data = 1;
          lock.readLock().unlock();
        },
        () -> {
          lock.readLock().lock();
          // RACE: data
          s.data = 2;
          lock.readLock().unlock();
        });
  }

  /** The locks of two pairs. */
  static void raceReadLockOfAnotherPair() throws Exception {
    ReadWriteLock left = new ReentrantReadWriteLock();
    ReadWriteLock right = new ReentrantReadWriteLock();
    Shared s = new Shared();
    threads(
        // RACE: data
        () -> locked(left.writeLock(), () -> s.data++),
        // RACE: data
        () -> locked(right.readLock(), () -> use(s.data)));
  }

  /** Unparking a thread orders nothing. */
  static void raceUnpark() throws Exception {
    Shared s = new Shared();
    Thread parked = new Thread(() -> {
      LockSupport.parkNanos(1_000_000);
      // RACE: data
      use(s.data);
    });
    parked.start();
    // RACE: data
    s.data = 1;
    LockSupport.unpark(parked);
    parked.join();
  }
}
