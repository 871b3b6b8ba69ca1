package corpus.race.go;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;

/** After {@code issue12664_test.go}: static variables in calls, conversions and casts. */
final class Issue12664 {
  private static String text = "hi";
  private static Value converted = new Value(0);
  private static Value castFromObject = new Value(0);
  private static Value castFromInterface = new Value(0);

  private Issue12664() {}

  private interface Named {
    int number();
  }

  private record Value(int number) implements Named {}

  /** Passed to a method of the library. */
  static void raceIssue12664() {
    Chan<Void> c = Chan.make();
    Go.go(() -> {
      // RACE: text
      text = "bye";
      c.close();
    });
    // RACE: text
    String.valueOf(text);
    c.receive();
  }

  /** Passed as its interface. */
  static void raceIssue12664_2() {
    Chan<Void> c = Chan.make();
    Go.go(() -> {
      // RACE: converted
      converted = new Value(1);
      c.close();
    });
    // RACE: converted
    number(converted);
    c.receive();
  }

  private static int number(Named named) {
    return named.number();
  }

  /** Assigned what is cast from an object. */
  static void raceIssue12664_3() {
    Chan<Void> c = Chan.make();
    Go.go(() -> {
      // RACE: cast
      castFromObject = new Value(1);
      c.close();
    });
    Object object = new Value(2);
    // RACE: cast
    castFromObject = (Value) object;
    c.receive();
  }

  /** Assigned what is cast from an interface. */
  static void raceIssue12664_4() {
    Chan<Void> c = Chan.make();
    Go.go(() -> {
      // RACE: cast
      castFromInterface = new Value(1);
      c.close();
    });
    Named named = new Value(2);
    // RACE: cast
    castFromInterface = (Value) named;
    c.receive();
  }
}
