package corpus.race.go;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoRuntime;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.WaitGroup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;

/** After {@code atomic_test.go}: atomics order what stands around them, plain accesses do not. */
final class Atomics {
  private static final VarHandle WORD;
  private static final AtomicIntegerFieldUpdater<Word> SHORT_FLAG =
      AtomicIntegerFieldUpdater.newUpdater(Word.class, "flag");
  private static final AtomicLongFieldUpdater<Word> LONG_FLAG =
      AtomicLongFieldUpdater.newUpdater(Word.class, "longFlag");

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(Word.class, "value", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Atomics() {}

  /** What is accessed atomically, some of it also plainly. */
  private static final class Word {
    private long value;
    private volatile int flag;
    private volatile long longFlag;
  }

  /** Only who counts second writes what the other has written before counting. */
  static void noRaceAtomicAddInt64() {
    Captured v = new Captured();
    AtomicLong s = new AtomicLong();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> {
      v.b1 = 1;
      if (s.incrementAndGet() == 2) {
        v.b2 = 1;
      }
      done.send(true);
    });
    Go.go(() -> {
      v.b2 = 1;
      if (s.incrementAndGet() == 2) {
        v.b1 = 1;
      }
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** Who counts first writes what the other may be writing. */
  static void raceAtomicAddInt64() {
    Captured v = new Captured();
    AtomicLong s = new AtomicLong();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> {
      // RACE: b
      v.b1 = 1;
      if (s.incrementAndGet() == 1) {
        // RACE: b
        v.b2 = 1;
      }
      done.send(true);
    });
    Go.go(() -> {
      // RACE: b
      v.b2 = 1;
      if (s.incrementAndGet() == 1) {
        // RACE: b
        v.b1 = 1;
      }
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** As with 64 bits. */
  static void noRaceAtomicAddInt32() {
    Captured v = new Captured();
    AtomicInteger s = new AtomicInteger();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> {
      v.b1 = 1;
      if (s.addAndGet(1) == 2) {
        v.b2 = 1;
      }
      done.send(true);
    });
    Go.go(() -> {
      v.b2 = 1;
      if (s.addAndGet(1) == 2) {
        v.b1 = 1;
      }
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** A load that sees an addition. */
  static void noRaceAtomicLoadAddInt32() {
    Captured v = new Captured();
    AtomicInteger s = new AtomicInteger();
    Go.go(() -> {
      v.l = 2;
      s.getAndAdd(1);
    });
    while (s.get() != 1) {
      GoRuntime.gosched();
    }
    v.l = 1;
  }

  /** A load that sees a store. */
  static void noRaceAtomicLoadStoreInt32() {
    Captured v = new Captured();
    AtomicInteger s = new AtomicInteger();
    Go.go(() -> {
      v.l = 2;
      s.set(1);
    });
    while (s.get() != 1) {
      GoRuntime.gosched();
    }
    v.l = 1;
  }

  /** A compare-and-set that sees a store. */
  static void noRaceAtomicStoreCASInt32() {
    Captured v = new Captured();
    AtomicInteger s = new AtomicInteger();
    Go.go(() -> {
      v.l = 2;
      s.set(1);
    });
    while (!s.compareAndSet(1, 0)) {
      GoRuntime.gosched();
    }
    v.l = 1;
  }

  /** A load that sees a compare-and-set. */
  static void noRaceAtomicCASLoadInt32() {
    Captured v = new Captured();
    Word s = new Word();
    Go.go(() -> {
      v.l = 2;
      if (!SHORT_FLAG.compareAndSet(s, 0, 1)) {
        throw new IllegalStateException("nobody else sets it");
      }
    });
    while (SHORT_FLAG.get(s) != 1) {
      GoRuntime.gosched();
    }
    v.l = 1;
  }

  /** A compare-and-set that sees another. */
  static void noRaceAtomicCASCASInt32() {
    Captured v = new Captured();
    AtomicInteger s = new AtomicInteger();
    Go.go(() -> {
      v.l = 2;
      if (!s.compareAndSet(0, 1)) {
        throw new IllegalStateException("nobody else sets it");
      }
    });
    while (!s.compareAndSet(1, 0)) {
      GoRuntime.gosched();
    }
    v.l = 1;
  }

  /** A compare-and-set that fails has seen the one that did not. */
  static void noRaceAtomicCASCASInt32_2() {
    Captured v = new Captured();
    AtomicInteger s = new AtomicInteger();
    Chan<Boolean> done = Chan.make(2);
    Go.go(() -> {
      v.b1 = 1;
      if (!s.compareAndSet(0, 1)) {
        v.b2 = 1;
      }
      done.send(true);
    });
    Go.go(() -> {
      v.b2 = 1;
      if (!s.compareAndSet(0, 1)) {
        v.b1 = 1;
      }
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** A load of 64 bits that sees an addition. */
  static void noRaceAtomicLoadInt64() {
    Captured v = new Captured();
    AtomicLong s = new AtomicLong();
    Go.go(() -> {
      v.x = 2;
      s.addAndGet(1);
    });
    while (s.get() != 1) {
      GoRuntime.gosched();
    }
    v.x = 1;
  }

  /** Two compare-and-sets of a plain field. */
  static void noRaceAtomicCASCASUInt64() {
    Captured v = new Captured();
    Word s = new Word();
    Go.go(() -> {
      v.l = 2;
      if (!WORD.compareAndSet(s, 0L, 1L)) {
        throw new IllegalStateException("nobody else sets it");
      }
    });
    while (!WORD.compareAndSet(s, 1L, 0L)) {
      GoRuntime.gosched();
    }
    v.l = 1;
  }

  /** A reference that is loaded as it was stored. */
  static void noRaceAtomicLoadStorePointer() {
    Captured v = new Captured();
    AtomicReference<Object> s = new AtomicReference<>();
    Object p = new Object();
    Go.go(() -> {
      v.l = 2;
      s.set(p);
    });
    while (s.get() != p) {
      GoRuntime.gosched();
    }
    v.l = 1;
  }

  /** A compare-and-set of a volatile field that sees a store. */
  static void noRaceAtomicStoreCASUint64() {
    Captured v = new Captured();
    Word s = new Word();
    Go.go(() -> {
      v.l = 2;
      LONG_FLAG.set(s, 1);
    });
    while (!LONG_FLAG.compareAndSet(s, 1, 0)) {
      GoRuntime.gosched();
    }
    v.l = 1;
  }

  /** An atomic store and a plain load. */
  static void raceAtomicStoreLoad() {
    Chan<Boolean> c = Chan.make();
    Word a = new Word();
    Go.go(() -> {
      // RACE: value
      WORD.setVolatile(a, 1L);
      c.send(true);
    });
    // RACE: value
    long seen = a.value;
    c.receive();
  }

  /** An atomic load and a plain store. */
  static void raceAtomicLoadStore() {
    Chan<Boolean> c = Chan.make();
    Word a = new Word();
    Go.go(() -> {
      // RACE: value
      long seen = (long) WORD.getVolatile(a);
      c.send(true);
    });
    // RACE: value
    a.value = 1;
    c.receive();
  }

  /** An atomic addition and a plain load. */
  static void raceAtomicAddLoad() {
    Chan<Boolean> c = Chan.make();
    Word a = new Word();
    Go.go(() -> {
      // RACE: value
      WORD.getAndAdd(a, 1L);
      c.send(true);
    });
    // RACE: value
    long seen = a.value;
    c.receive();
  }

  /** An atomic addition and a plain store. */
  static void raceAtomicAddStore() {
    Chan<Boolean> c = Chan.make();
    Word a = new Word();
    Go.go(() -> {
      // RACE: value
      WORD.getAndAdd(a, 1L);
      c.send(true);
    });
    // RACE: value
    a.value = 42;
    c.receive();
  }

  /** An atomic operation on null does no more than throw. */
  static void noRaceAtomicCrash() {
    Captured v = new Captured();
    Mutex mutex = new Mutex();
    Word none = null;
    try {
      WORD.getAndAdd(none, 1L);
      throw new IllegalStateException("no exception");
    } catch (NullPointerException e) {
      mutex.lock();
      v.x++;
      mutex.unlock();
    }
  }

  /** Atomic stores when the call begins and when it ends, each call on an object of its own. */
  static void noRaceDeferAtomicStore() {
    WaitGroup all = new WaitGroup();
    storeAndFork(new Word(), 4, all);
    all.await();
  }

  private static void storeAndFork(Word word, int depth, WaitGroup all) {
    WORD.setVolatile(word, 1L);
    try {
      for (int i = 0; depth > 0 && i < 2; i++) {
        all.go(() -> storeAndFork(new Word(), depth - 1, all));
      }
    } finally {
      WORD.setVolatile(word, 0L);
    }
  }
}
