package dev.goguard.runtime.interleavings;

import static dev.goguard.runtime.interleavings.Threads.check;

import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.RWMutex;
import dev.goguard.runtime.WaitGroup;
import dev.goguard.runtime.internal.SpinLock;

/** What the spin lock, Mutex, RWMutex and WaitGroup promise; the capacity means nothing here. */
enum SyncProgram implements Program {
  A_SPIN_LOCK_ADMITS_ONE {
    @Override
    public void run(int capacity) {
      SpinLock lock = new SpinLock();
      int[] inside = new int[1];
      Runnable section = () -> {
        lock.lock();
        check(inside[0]++ == 0, inside[0]);
        inside[0]--;
        lock.unlock();
      };
      Threads.all(section, section);
    }
  },

  A_MUTEX_ADMITS_ONE {
    @Override
    public void run(int capacity) {
      Mutex mutex = new Mutex();
      int[] count = new int[1];
      Runnable increment = () -> {
        mutex.lock();
        count[0]++;
        mutex.unlock();
      };
      Threads.all(increment, increment, increment);
      check(count[0] == 3 && mutex.tryLock(), count[0]);
    }
  },

  A_MUTEX_TRY_ADMITS_ONE {
    @Override
    public void run(int capacity) {
      Mutex mutex = new Mutex();
      int[] count = new int[1];
      int[] tried = new int[1];
      Runnable increment = () -> {
        mutex.lock();
        count[0]++;
        mutex.unlock();
      };
      Threads.all(increment, increment, () -> tried[0] = incrementIfFree(mutex, count));
      check(count[0] == 2 + tried[0] && mutex.tryLock(), count[0], tried[0]);
    }
  },

  A_WOKEN_LOCKER_COMPETES {
    @Override
    public void run(int capacity) {
      Mutex mutex = new Mutex();
      int[] inside = new int[1];
      Runnable section = () -> {
        mutex.lock();
        check(inside[0]++ == 0, inside[0]);
        inside[0]--;
        mutex.unlock();
      };
      mutex.lock();
      Thread woken = Threads.start(section);
      Thread.yield(); // lets it park
      mutex.unlock();
      Thread competitor = Threads.start(section);
      Threads.join(woken);
      Threads.join(competitor);
      check(mutex.tryLock());
    }
  },

  AN_INTERRUPTED_LOCKER_PASSES_THE_MUTEX_ON {
    @Override
    public void run(int capacity) {
      Mutex mutex = new Mutex();
      mutex.lock();
      Thread one = Threads.start(() -> lockUnlessInterrupted(mutex));
      Thread two = Threads.start(() -> {
        mutex.lock();
        mutex.unlock();
      });
      one.interrupt();
      mutex.unlock();
      Threads.join(one);
      Threads.join(two);
      check(mutex.tryLock());
    }
  },

  A_WRITER_EXCLUDES_EVERYBODY {
    @Override
    public void run(int capacity) {
      RWMutex lock = new RWMutex();
      int[] pair = new int[2];
      Runnable writer = () -> {
        lock.lock();
        pair[0]++;
        pair[1]++;
        lock.unlock();
      };
      Threads.all(writer, writer, () -> readPair(lock, pair));
      check(pair[0] == 2 && lock.tryLock(), pair[0], pair[1]);
    }
  },

  READERS_GO_TOGETHER {
    @Override
    public void run(int capacity) {
      RWMutex lock = new RWMutex();
      int[] pair = new int[2];
      lock.rlock();
      Threads.all(() -> readPair(lock, pair), () -> readPair(lock, pair));
      lock.runlock();
      check(lock.tryLock());
    }
  },

  A_READ_TRY_SEES_NO_HALF_WRITE {
    @Override
    public void run(int capacity) {
      RWMutex lock = new RWMutex();
      int[] pair = new int[2];
      Threads.all(
          () -> {
            lock.lock();
            pair[0]++;
            pair[1]++;
            lock.unlock();
          },
          () -> {
            if (lock.tryRlock()) {
              check(pair[0] == pair[1], pair[0], pair[1]);
              lock.runlock();
            }
          },
          () -> readPair(lock, pair));
      check(lock.tryLock());
    }
  },

  A_WAIT_GROUP_WAITS_FOR_ALL {
    @Override
    public void run(int capacity) {
      WaitGroup group = new WaitGroup();
      int[] done = new int[2];
      group.add(2);
      Runnable waiter = () -> {
        group.await();
        check(done[0] + done[1] == 2, done[0], done[1]);
      };
      Threads.all(waiter, waiter, () -> end(group, done, 0), () -> end(group, done, 1));
    }
  },

  A_WAIT_GROUP_SERVES_AGAIN {
    @Override
    public void run(int capacity) {
      WaitGroup group = new WaitGroup();
      int[] done = new int[2];
      for (int i = 0; i < 2; i++) {
        int round = i;
        group.add(1);
        Threads.all(group::await, () -> end(group, done, round));
      }
      check(done[0] + done[1] == 2);
    }
  };

  private static int incrementIfFree(Mutex mutex, int[] count) {
    if (!mutex.tryLock()) {
      return 0;
    }
    count[0]++;
    mutex.unlock();
    return 1;
  }

  private static void lockUnlessInterrupted(Mutex mutex) {
    try {
      mutex.lockInterruptibly();
      mutex.unlock();
    } catch (InterruptedException e) {
      check(!Thread.currentThread().isInterrupted());
    }
  }

  private static void readPair(RWMutex lock, int[] pair) {
    lock.rlock();
    check(pair[0] == pair[1], pair[0], pair[1]);
    lock.runlock();
  }

  private static void end(WaitGroup group, int[] done, int task) {
    done[task] = 1;
    group.done();
  }
}
