package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import corpus.race.Gate;
import java.util.concurrent.locks.StampedLock;

/** StampedLock: optimistic reads are ordered only if a later validation says so. */
final class StampedLocks {
  private StampedLocks() {}

  private static void write(StampedLock lock, Shared s) {
    long stamp = lock.writeLock();
    s.data++;
    s.more--;
    lock.unlockWrite(stamp);
  }

  private static int sum(StampedLock lock, Shared s) {
    long stamp = lock.tryOptimisticRead();
    int sum = s.data + s.more;
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      sum = s.data + s.more;
      lock.unlockRead(stamp);
    }
    return sum;
  }

  /** Two writers. */
  static void noRaceWriters() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    threads(() -> write(lock, s), () -> write(lock, s));
  }

  /** A reader and a writer. */
  static void noRaceReaderAndWriter() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    threads(() -> write(lock, s), () -> {
      long stamp = lock.readLock();
      use(s.data + s.more);
      lock.unlockRead(stamp);
    });
  }

  /** An optimistic read that is validated, and repeated under the lock should that fail. */
  static void noRaceOptimisticRead() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    threads(
        () -> {
          for (int n = 0; n < 100; n++) {
            write(lock, s);
          }
        },
        () -> {
          for (int n = 0; n < 100; n++) {
            use(sum(lock, s));
          }
        });
  }

  /** An optimistic read whose validation fails: what was read is dropped. */
  static void noRaceValidationThatFails() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    Gate begun = new Gate();
    Gate written = new Gate();
    threads(
        () -> {
          begun.pass();
          write(lock, s);
          written.open();
        },
        () -> {
          long stamp = lock.tryOptimisticRead();
          begun.open();
          written.pass();
          int dropped = s.data;
          if (lock.validate(stamp)) {
            use(dropped);
          }
        });
  }

  /** A read lock becomes a write lock. */
  static void noRaceConversion() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    threads(() -> upgraded(lock, s), () -> write(lock, s));
  }

  private static void upgraded(StampedLock lock, Shared s) {
    long stamp = lock.readLock();
    use(s.data);
    long converted = lock.tryConvertToWriteLock(stamp);
    if (converted == 0) {
      lock.unlockRead(stamp);
      converted = lock.writeLock();
    }
    s.data++;
    lock.unlock(converted);
  }

  /** The views of the lock as a pair of ordinary locks. */
  static void noRaceViews() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    threads(
        () -> {
          lock.asWriteLock().lock();
          s.data++;
          lock.asWriteLock().unlock();
        },
        () -> {
          lock.asReadLock().lock();
          use(s.data);
          lock.asReadLock().unlock();
        });
  }

  /** Readers are not ordered among themselves. */
  static void raceWriteUnderAReadLock() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    threads(
        () -> {
          long stamp = lock.readLock();
          // RACE: data
          s.data = 1;
          lock.unlockRead(stamp);
        },
        () -> {
          long stamp = lock.readLock();
          // RACE: data
          s.data = 2;
          lock.unlockRead(stamp);
        });
  }

  /** An optimistic read that is never validated. */
  static void raceNeverValidated() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    threads(
        () -> {
          long stamp = lock.writeLock();
          // RACE: data
          s.data = 1;
          lock.unlockWrite(stamp);
        },
        () -> {
          use(lock.tryOptimisticRead());
          // RACE: data
          use(s.data);
        });
  }

  /** A write during an optimistic read. */
  static void raceWriteDuringAnOptimisticRead() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    threads(
        () -> {
          long stamp = lock.writeLock();
          // RACE: data
          s.data = 1;
          lock.unlockWrite(stamp);
        },
        () -> {
          long stamp = lock.tryOptimisticRead();
          // RACE: data
          s.data = 2;
          use(stamp);
        });
  }

  /** A second read after the validation. */
  static void raceReadAfterTheValidation() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    Gate validated = new Gate();
    threads(
        () -> {
          validated.pass();
          long stamp = lock.writeLock();
          // RACE: data
          s.data = 1;
          lock.unlockWrite(stamp);
        },
        () -> {
          long stamp = lock.tryOptimisticRead();
          use(lock.validate(stamp));
          validated.open();
          // RACE: data
          use(s.data);
        });
  }

  /** Many optimistic reads beside many writers: whatever validates was not disturbed. */
  static void noRaceManyOptimisticReads() throws Exception {
    StampedLock lock = new StampedLock();
    Shared s = new Shared();
    threads(
        () -> {
          for (int i = 0; i < 5000; i++) {
            long stamp = lock.writeLock();
            s.data++;
            lock.unlockWrite(stamp);
          }
        },
        () -> {
          for (int i = 0; i < 5000; i++) {
            long stamp = lock.tryOptimisticRead();
            int data = s.data;
            if (lock.validate(stamp)) {
              use(data);
            }
          }
        });
  }
}
