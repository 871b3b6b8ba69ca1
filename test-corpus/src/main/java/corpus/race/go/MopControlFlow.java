package corpus.race.go;

import static corpus.race.Sides.goroutines;
import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import java.util.HashMap;
import java.util.Map;

/** Accesses in the headers and bodies of switch and for. */
final class MopControlFlow {
  private MopControlFlow() {}

  /** A switch within one goroutine. */
  static void noRaceCase() {
    Vars v = new Vars();
    for (int x = -1; x <= 1; x++) {
      switch (Integer.signum(x)) {
        case -1 -> v.y = -1;
        case 0 -> v.y = 0;
        default -> v.y = 1;
      }
    }
    v.y++;
  }

  /** The variable is read for the switch and may be written by its only case. */
  static void raceCaseCondition() {
    Vars v = new Vars();
    goroutines(
        // RACE: x
        () -> v.x = 2, () -> {
          // RACE: x
          switch (v.x < 2 ? 1 : 0) {
            case 1:
              // RACE: x
              v.x = 1;
              break;
            default:
          }
        });
  }

  /** The same with a write in every case. */
  static void raceCaseCondition2() {
    Vars v = new Vars();
    goroutines(
        // RACE: x
        () -> v.x = 2, () -> {
          // RACE: x
          switch (v.x < 2 ? 1 : 0) {
            case 1:
              // RACE: x
              v.x = 1;
              break;
            default:
              // RACE: x
              v.x = 5;
          }
        });
  }

  /** The variable is written by the default case. */
  static void raceCaseBody() {
    Vars v = new Vars();
    goroutines(
        // RACE: x
        () -> v.y = v.x, () -> {
          // RACE: x
          switch (v.x) {
            case 100:
              // RACE: x
              v.x = -100;
              break;
            default:
              // RACE: x
              v.x = 1;
          }
        });
  }

  /** The case that would write is not reached. */
  static void noRaceCaseFallthrough() {
    Vars v = new Vars();
    v.z = 1;
    goroutines(() -> v.y = v.x, () -> {
      switch (v.z) {
        case 1:
          break;
        case 2:
          v.x = 2;
          break;
        default:
      }
    });
  }

  /** The case that writes is reached by falling through. */
  static void raceCaseFallthrough() {
    Vars v = new Vars();
    v.z = 1;
    goroutines(
        // RACE: x
        () -> v.y = v.x, () -> {
          switch (v.z) {
            case 1:
            case 2:
              // RACE: x
              v.x = 2;
              break;
            default:
          }
        });
  }

  /** A switch on an element of a map of maps. */
  static void raceCaseIssue6418() throws Exception {
    Map<String, Map<String, String>> outer = new HashMap<>();
    outer.put("a", new HashMap<>());
    outer.get("a").put("b", "c");
    spawned(
        // RACE: inner
        () -> outer.get("a").put("x", "y"), () -> {
          // RACE: inner
          String found = outer.get("a").get("b");
          switch (found) {
            case "c":
              break;
            default:
          }
        });
  }

  /** The dynamic type is asked of a variable that is assigned. */
  static void raceCaseType() throws Exception {
    Vars v = new Vars();
    v.any = 0;
    spawned(
        () -> {
          // RACE: any
          boolean number = v.any instanceof Integer;
          use(number);
        },
        // RACE: any
        () -> v.any = 1);
  }

  /** The branch for a type writes through the reference it has matched. */
  static void raceCaseTypeBody() throws Exception {
    Vars v = new Vars();
    Vars target = new Vars();
    v.any = target;
    spawned(
        () -> {
          if (v.any instanceof Vars matched) {
            // RACE: x
            matched.x = 1;
          }
        },
        // RACE: x
        () -> target.x = 2);
  }

  /** The value whose type is asked comes out of a nested map. */
  static void raceCaseTypeIssue5890() throws Exception {
    Map<Integer, Map<Integer, Object>> outer = new HashMap<>();
    outer.put(0, new HashMap<>());
    spawned(
        () -> {
          // RACE: inner
          boolean number = outer.get(0).get(1) instanceof Integer;
          use(number);
        },
        // RACE: inner
        () -> outer.get(0).put(1, 7));
  }

  /** A for loop's initialisation writes what a goroutine reads. */
  static void raceForInit() {
    Vars v = new Vars();
    Chan<Integer> sent = Chan.make();
    Go.go(() -> {
      // RACE: x
      int seen = v.x;
      sent.send(seen);
    });
    // RACE: x
    for (v.x = 42; v.stop; ) {
      use(v.y);
    }
    sent.receive();
  }

  /** The initialisation comes before the first send. */
  static void noRaceForInit() {
    Vars v = new Vars();
    Chan<Boolean> turns = Chan.make();
    Chan<Boolean> done = Chan.make();
    Go.go(() -> {
      while (turns.receiveOk().ok()) {
        v.x++;
      }
      done.send(true);
    });
    int i = 0;
    for (v.x = 42; i < 10; i++) {
      turns.send(true);
    }
    turns.close();
    done.receive();
  }

  /** A for loop's condition reads what a goroutine sets after each hand-over. */
  static void raceForTest() {
    Vars v = new Vars();
    Chan<Boolean> turns = Chan.make();
    Chan<Boolean> done = Chan.make();
    Go.go(() -> {
      while (turns.receiveOk().ok()) {
        // RACE: stop
        v.stop = true;
      }
      done.send(true);
    });
    // RACE: stop
    while (!v.stop) {
      turns.send(true);
    }
    turns.close();
    done.receive();
  }

  /** A for loop's update increments what a goroutine increments after each hand-over. */
  static void raceForIncr() {
    Vars v = new Vars();
    Chan<Boolean> turns = Chan.make();
    Chan<Boolean> done = Chan.make();
    Go.go(() -> {
      while (turns.receiveOk().ok()) {
        // RACE: x
        v.x++;
      }
      done.send(true);
    });
    int i = 0;
    // RACE: x
    for (; i < 10; v.x++) {
      i++;
      turns.send(true);
    }
    turns.close();
    done.receive();
  }

  /** The update of a loop that makes no turn never runs. */
  static void noRaceForIncr() throws Exception {
    Vars v = new Vars();
    int none = 0;
    spawned(() -> v.x++, () -> {
      for (int i = 0; i < none; v.x++) {
        i++;
      }
    });
  }

  /** The left operand of &amp;&amp; is always read. */
  static void raceAnd() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.x = 1, () -> {
          // RACE: x
          boolean both = v.x == 1 && v.y == 1;
          use(both);
        });
  }

  /** The right operand of &amp;&amp; is read as the left one holds. */
  static void raceAnd2() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.x = 1, () -> {
          // RACE: x
          boolean both = v.y == 0 && v.x == 1;
          use(both);
        });
  }

  /** The right operand of &amp;&amp; is not read. */
  static void noRaceAnd() throws Exception {
    Vars v = new Vars();
    spawned(() -> v.x = 1, () -> use(v.y == 1 && v.x == 1));
  }

  /** The left operand of || is always read. */
  static void raceOr() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.x = 1,
        // RACE: x
        () -> use(v.x == 1 || v.y == 1));
  }

  /** The right operand of || is read as the left one does not hold. */
  static void raceOr2() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.x = 1,
        // RACE: x
        () -> use(v.y == 1 || v.x == 1));
  }

  /** The right operand of || is not read. */
  static void noRaceOr() throws Exception {
    Vars v = new Vars();
    spawned(() -> v.x = 1, () -> use(v.y == 0 || v.x == 1));
  }

  /** The operand that races is skipped by ||. */
  static void noRaceShortCalc() throws Exception {
    Vars v = new Vars();
    spawned(() -> v.y = 1, () -> use(v.x == 0 || v.y == 0));
  }

  /** The operand that races is skipped by &amp;&amp;. */
  static void noRaceShortCalc2() throws Exception {
    Vars v = new Vars();
    spawned(() -> v.y = 1, () -> use(v.x == 1 && v.y == 0));
  }
}
