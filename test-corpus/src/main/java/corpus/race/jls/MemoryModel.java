package corpus.race.jls;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

/** The examples of JLS 17.4. */
final class MemoryModel {
  private MemoryModel() {}

  private static final class Shared {
    int x;
    int y;
    Shared p;
    Shared q;
  }

  /** 17.4-1: two variables, each read by one side and written by the other. */
  static void raceSurprisingReordering() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: x
          use(s.x);
          // RACE: y
          s.y = 1;
        },
        () -> {
          // RACE: y
          use(s.y);
          // RACE: x
          s.x = 2;
        });
  }

  /** 17.4-2: one field read twice by two references, and written in between perhaps. */
  static void raceForwardSubstitution() throws Exception {
    Shared s = new Shared();
    s.p = new Shared();
    s.q = s.p;
    threads(
        () -> {
          Shared p = s.p;
          // RACE: x
          use(p.x);
          Shared q = s.q;
          // RACE: x
          use(q.x);
          // RACE: x
          use(p.x);
        },
        () -> {
          Shared p = s.p;
          // RACE: x
          p.x = 3;
        });
  }

  /** 17.4.8: neither write can happen, as each waits for the other: there is no race. */
  static void noRaceOutOfThinAir() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          if (s.x != 0) {
            s.y = 1;
          }
        },
        () -> {
          if (s.y != 0) {
            s.x = 1;
          }
        });
  }

  /** 17.4.8: values copied both ways. */
  static void raceCopiedBothWays() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: x
          int seen = s.x;
          // RACE: y
          s.y = seen;
        },
        () -> {
          // RACE: y
          int seen = s.y;
          // RACE: x
          s.x = seen;
        });
  }

  /** 17.4.1: locals and parameters are never shared. */
  static void noRaceLocals() throws Exception {
    threads(() -> count(3), () -> count(4));
  }

  private static void count(int limit) {
    int[] own = new int[1];
    for (int n = 0; n < limit; n++) {
      own[0]++;
    }
    use(own[0]);
  }

  /** 17.4.1: two reads do not conflict. */
  static void noRaceReads() throws Exception {
    Shared s = new Shared();
    s.x = 1;
    threads(() -> use(s.x), () -> use(s.x), () -> use(s.x));
  }

  /** Many readers, one of which is unordered with the write that follows. */
  static void raceOneReaderIsMissed() throws Exception {
    Shared s = new Shared();
    Thread first = new Thread(() -> use(s.x));
    // RACE: x
    Thread second = new Thread(() -> use(s.x));
    first.start();
    second.start();
    first.join();
    // RACE: x
    s.x = 1;
    second.join();
  }

  /** Many readers, all of which are joined. */
  static void noRaceAllReadersJoined() throws Exception {
    Shared s = new Shared();
    threads(() -> use(s.x), () -> use(s.x), () -> use(s.x));
    s.x = 1;
  }

  /** A write between two generations of readers. */
  static void noRaceGenerations() throws Exception {
    Shared s = new Shared();
    for (int round = 0; round < 3; round++) {
      s.x++;
      threads(() -> use(s.x), () -> use(s.x));
    }
  }

  /** The race is found though its sides are long past. */
  static void raceLongPast() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: x
          s.x = 1;
          for (int n = 0; n < 1000; n++) {
            s.y++;
          }
        },
        // RACE: x
        () -> use(s.x));
  }
}
