package corpus.race.go;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Pool;
import dev.goguard.runtime.WaitGroup;

/**
 * After {@code pool_test.go}: a put happens before the get of the same object. A pool may give
 * another object than the one put, so there are several rounds.
 */
final class Pools {
  private Pools() {}

  /** Used after it was put. */
  static void racePool() {
    for (int i = 0; i < 10; i++) {
      Chan<Integer> c = Chan.make();
      Pool<byte[]> pool = new Pool<>(() -> new byte[10]);
      byte[] x = pool.get();
      x[0] = 1;
      pool.put(x);
      Go.go(() -> {
        byte[] y = pool.get();
        // RACE: element
        y[0] = 2;
        c.send(1);
      });
      // RACE: element
      x[0] = 3;
      c.receive();
    }
  }

  /** Used by whoever has got it. */
  static void noRacePool() {
    for (int i = 0; i < 10; i++) {
      Pool<byte[]> pool = new Pool<>(() -> new byte[10]);
      Gate put = new Gate();
      WaitGroup all = new WaitGroup();
      byte[] x = pool.get();
      x[0] = 1;
      pool.put(x);
      all.go(() -> {
        byte[] y = pool.get();
        y[0] = 2;
        pool.put(y);
        put.open();
      });
      put.pass();
      byte[] z = pool.get();
      z[0] = 3;
      all.await();
    }
  }
}
