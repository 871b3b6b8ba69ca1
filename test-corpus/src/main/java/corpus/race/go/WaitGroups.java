package corpus.race.go;

import corpus.race.Gate;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Defer;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoPanic;
import dev.goguard.runtime.WaitGroup;

/**
 * After {@code waitgroup_test.go}: what is done before a {@code done} happens before the end of a
 * wait. As upstream, adding to a group at zero reads it and being the first to wait writes it, so
 * that the two must be ordered.
 */
final class WaitGroups {
  private WaitGroups() {}

  /** One goroutine. */
  static void noRaceWaitGroup() {
    Captured v = new Captured();
    WaitGroup group = new WaitGroup();
    for (int i = 0; i < 1; i++) {
      group.add(1);
      int own = i;
      Go.go(() -> {
        v.x = own;
        group.done();
      });
    }
    group.await();
  }

  /** Two goroutines that are both waited for. */
  static void raceWaitGroup() {
    Captured v = new Captured();
    WaitGroup group = new WaitGroup();
    for (int i = 0; i < 2; i++) {
      group.add(1);
      int own = i;
      Go.go(() -> {
        // RACE: x
        v.x = own;
        group.done();
      });
    }
    group.await();
  }

  /** A write behind the wait. */
  static void noRaceWaitGroup2() {
    Captured v = new Captured();
    WaitGroup group = new WaitGroup();
    group.add(1);
    Go.go(() -> {
      v.x = 1;
      group.done();
    });
    group.await();
    v.x = 2;
  }

  /** A group that nobody has added to excludes nobody. */
  static void raceWaitGroupAsMutex() {
    Captured v = new Captured();
    WaitGroup group = new WaitGroup();
    Chan<Boolean> done = Chan.make(2);
    Gate first = new Gate();
    Gate second = new Gate();
    Go.go(() -> {
      group.await();
      first.open();
      second.pass();
      group.add(1);
      // RACE: x
      v.x = 1;
      group.add(-1);
      done.send(true);
    });
    Go.go(() -> {
      group.await();
      second.open();
      first.pass();
      group.add(1);
      // RACE: x
      v.x = 2;
      group.add(-1);
      done.send(true);
    });
    done.receive();
    done.receive();
  }

  /** Goroutines that add for themselves, while somebody waits. */
  static void raceWaitGroupWrongWait() {
    Captured v = new Captured();
    WaitGroup group = new WaitGroup();
    Chan<Boolean> done = Chan.make(2);
    Gate first = new Gate();
    Gate second = new Gate();
    Gate waits = new Gate();
    Go.go(() -> {
      // RACE: group
      group.add(1);
      first.open();
      waits.passWhenOpenerWaits();
      // RACE: x
      v.x = 1;
      group.done();
      done.send(true);
    });
    Go.go(() -> {
      // RACE: group
      group.add(1);
      second.open();
      waits.passWhenOpenerWaits();
      // RACE: x
      v.x = 2;
      group.done();
      done.send(true);
    });
    first.pass();
    second.pass();
    waits.open();
    // RACE: group
    group.await();
    done.receive();
    done.receive();
  }

  /** The same without anything but the group. */
  static void raceWaitGroupWrongAdd() {
    WaitGroup group = new WaitGroup();
    Chan<Boolean> done = Chan.make(2);
    Gate first = new Gate();
    Gate second = new Gate();
    Gate waits = new Gate();
    Go.go(() -> {
      // RACE: group
      group.add(1);
      first.open();
      waits.passWhenOpenerWaits();
      group.done();
      done.send(true);
    });
    Go.go(() -> {
      // RACE: group
      group.add(1);
      second.open();
      waits.passWhenOpenerWaits();
      group.done();
      done.send(true);
    });
    first.pass();
    second.pass();
    waits.open();
    // RACE: group
    group.await();
    done.receive();
    done.receive();
  }

  /** Several may wait for nothing. */
  static void noRaceWaitGroupMultipleWait() {
    WaitGroup group = new WaitGroup();
    Chan<Boolean> done = Chan.make(2);
    for (int i = 0; i < 2; i++) {
      Go.go(() -> {
        group.await();
        done.send(true);
      });
    }
    group.await();
    done.receive();
    done.receive();
  }

  /** Several wait for each other. */
  static void noRaceWaitGroupMultipleWait2() {
    WaitGroup group = new WaitGroup();
    Chan<Boolean> done = Chan.make(2);
    group.add(2);
    for (int i = 0; i < 2; i++) {
      Go.go(() -> {
        group.done();
        group.await();
        done.send(true);
      });
    }
    group.await();
    done.receive();
    done.receive();
  }

  /** Several wait and read what all have written. */
  static void noRaceWaitGroupMultipleWait3() {
    int n = 3;
    int[] data = new int[n];
    Chan<Boolean> done = Chan.make(n);
    WaitGroup group = new WaitGroup();
    group.add(n);
    for (int i = 0; i < n; i++) {
      int own = i;
      Go.go(() -> {
        data[own] = 42;
        group.done();
      });
    }
    for (int i = 0; i < n; i++) {
      Go.go(() -> {
        group.await();
        for (int j = 0; j < n; j++) {
          int seen = data[j];
        }
        done.send(true);
      });
    }
    for (int i = 0; i < n; i++) {
      done.receive();
    }
  }

  /** Nothing is wrong about the group. */
  static void raceWaitGroup2() {
    Captured v = new Captured();
    WaitGroup group = new WaitGroup();
    group.add(2);
    Go.go(() -> {
      // RACE: x
      v.x = 1;
      group.done();
    });
    Go.go(() -> {
      // RACE: x
      v.x = 2;
      group.done();
    });
    group.await();
  }

  /** A deferred write behind a panic. */
  static void noRaceWaitGroupPanicRecover() {
    Captured v = new Captured();
    WaitGroup group = new WaitGroup();
    Defer.run(d -> {
      d.defer(() -> {
        d.recover();
        v.x = 2;
      });
      v.x = 1;
      group.add(-1);
    });
  }

  /** A goroutine that is started behind a panic. */
  static void noRaceWaitGroupPanicRecover2() {
    Captured v = new Captured();
    WaitGroup group = new WaitGroup();
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      try {
        v.x = 1;
        group.add(-1);
      } catch (GoPanic negative) {
        Go.go(() -> {
          v.x = 2;
          done.send(true);
        });
      }
    });
    done.receive();
  }

  /** A wait comes behind everyone who is done, not only behind the last. */
  static void noRaceWaitGroupTransitive() {
    Captured v = new Captured();
    WaitGroup group = new WaitGroup();
    Gate first = new Gate();
    group.add(2);
    Go.go(() -> {
      v.x = 42;
      group.done();
      first.open();
    });
    Go.go(() -> {
      first.pass();
      v.y = 42;
      group.done();
    });
    group.await();
    int seen = v.x + v.y;
  }

  /** A group that is used again after each wait. */
  static void noRaceWaitGroupReuse() {
    int n = 3;
    int[] data = new int[n];
    WaitGroup group = new WaitGroup();
    for (int round = 0; round < 3; round++) {
      countUp(data, group);
      group.await();
      for (int i = 0; i < n; i++) {
        data[i]++;
      }
    }
  }

  /** A group that two wait for, used again after both have waited. */
  static void noRaceWaitGroupReuse2() {
    int n = 3;
    int[] data = new int[n];
    WaitGroup group = new WaitGroup();
    for (int round = 0; round < 3; round++) {
      countUp(data, group);
      Chan<Boolean> done = Chan.make();
      Go.go(() -> {
        group.await();
        for (int i = 0; i < n; i++) {
          data[i]++;
        }
        done.send(true);
      });
      group.await();
      done.receive();
      for (int i = 0; i < n; i++) {
        data[i]++;
      }
    }
  }

  private static void countUp(int[] data, WaitGroup group) {
    group.add(data.length);
    for (int i = 0; i < data.length; i++) {
      int own = i;
      Go.go(() -> {
        data[own]++;
        group.done();
      });
    }
  }

  /** A group that is used again while nobody knows whether the other has waited. */
  static void raceWaitGroupReuse() {
    int n = 3;
    int rounds = 3;
    WaitGroup group = new WaitGroup();
    Chan<Boolean> done = Chan.make(rounds);
    for (int round = 0; round < rounds; round++) {
      int[] data = new int[n];
      Gate waits = new Gate();
      Gate seen = new Gate();
      // RACE: reused
      group.add(n);
      for (int i = 0; i < n; i++) {
        int own = i;
        Go.go(() -> {
          waits.passWhenOpenerWaits();
          seen.open();
          data[own]++;
          group.done();
        });
      }
      Go.go(() -> {
        waits.open();
        try {
          // RACE: reused, waited
          group.await();
          for (int i = 0; i < n; i++) {
            data[i]++;
          }
        } catch (GoPanic noticed) {
          // the next round has added before this wait returned
        }
        done.send(true);
      });
      seen.pass();
      group.await();
    }
    for (int round = 0; round < rounds; round++) {
      done.receive();
    }
  }

  /** Goroutines that add for themselves, all before the wait. */
  static void noRaceWaitGroupConcurrentAdd() {
    int n = 4;
    WaitGroup group = new WaitGroup();
    Chan<Boolean> added = Chan.make(n);
    for (int i = 0; i < n; i++) {
      Go.go(() -> {
        group.add(1);
        added.send(true);
        group.done();
      });
    }
    for (int i = 0; i < n; i++) {
      added.receive();
    }
    group.await();
  }
}
