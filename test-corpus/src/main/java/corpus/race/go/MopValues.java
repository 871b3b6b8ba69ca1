package corpus.race.go;

import static corpus.race.Sides.goroutines;
import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import corpus.race.go.Vars.Point;

/** Fields, references and strings as variables. */
final class MopValues {
  private MopValues() {}

  private interface Writer {}

  private record DummyWriter(int state) implements Writer {}

  private static final class WriterVar {
    Writer a;
    Writer b;
  }

  /** A reference to a pair is read and assigned. */
  static void raceStructRW() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: p
        () -> v.p = new Point(1, 1),
        // RACE: p
        () -> use(v.p));
  }

  /** A field of a captured object. */
  static void raceStructFieldRW1() throws Exception {
    Point p = new Point();
    spawned(
        // RACE: x
        () -> p.x = 1,
        // RACE: x
        () -> use(p.x));
  }

  /** Two fields of one captured object. */
  static void noRaceStructFieldRW1() throws Exception {
    Point p = new Point();
    spawned(() -> p.x = 1, () -> p.y = 1);
  }

  /** Two fields behind a reference that both sides read. */
  static void noRaceStructFieldRW2() throws Exception {
    Vars v = new Vars();
    spawned(() -> v.p.x = 1, () -> v.p.y = 1);
  }

  /** A field behind a reference that both sides read. */
  static void raceStructFieldRW2() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.p.x = 1,
        // RACE: x
        () -> use(v.p.x));
  }

  /** A field of an object within an object. */
  static void raceStructFieldRW3() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.named.p.x = 1,
        // RACE: x
        () -> use(v.named.p.x));
  }

  /** Two stores of boxed values. */
  static void raceEfaceWW() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: any
        () -> v.any = 1,
        // RACE: any
        () -> v.any = 2);
  }

  /** Two stores to a variable of an interface type. */
  static void raceIfaceWW() throws Exception {
    WriterVar v = new WriterVar();
    spawned(
        // RACE: a
        () -> v.a = new DummyWriter(1),
        // RACE: a
        () -> v.a = new DummyWriter(2));
    v.b = v.a;
    v.a = v.b;
  }

  /** A comparison of two interface variables. */
  static void raceIfaceCmp() throws Exception {
    WriterVar v = new WriterVar();
    v.a = new DummyWriter(1);
    spawned(
        // RACE: a
        () -> v.a = new DummyWriter(1),
        // RACE: a
        () -> use(v.a == v.b));
  }

  /** A comparison with null. */
  static void raceIfaceCmpNil() throws Exception {
    WriterVar v = new WriterVar();
    v.a = new DummyWriter(1);
    spawned(
        // RACE: a
        () -> v.a = new DummyWriter(1),
        // RACE: a
        () -> use(v.a == null));
  }

  /** An exception variable is cleared and read. */
  static void raceError() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: err
        () -> v.err = null,
        // RACE: err
        () -> use(v.err));
  }

  /** A variable behind a reference, written through it on one side only. */
  static void raceIntptrRW() throws Exception {
    Vars x = new Vars();
    Vars p = x;
    spawned(
        // RACE: x
        () -> p.x = 5,
        // RACE: x
        () -> p.y = p.x);
  }

  /** A string variable. */
  static void raceStringRW() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: s
        () -> v.s = "abacaba",
        // RACE: s
        () -> use(v.s));
  }

  /** A string variable behind a reference. */
  static void raceStringPtrRW() throws Exception {
    Vars x = new Vars();
    Vars p = x;
    spawned(
        // RACE: s
        () -> p.s = "a",
        // RACE: s
        () -> use(p.s));
  }

  /** A reference is followed while it is made to point elsewhere. */
  static void raceUnsafePtrRW() throws Exception {
    Vars v = new Vars();
    Point z = new Point(3, 3);
    spawned(
        // RACE: p
        () -> v.p = z,
        // RACE: p
        () -> v.y = v.p.x);
  }

  /** Elements read by both sides, though not the same ones. */
  static void noRaceBlank() throws Exception {
    int[] a = new int[5];
    spawned(() -> use(a[0] + a[1]), () -> use(a[2] + a[3]));
    a[1] = a[0];
  }

  /** A variable of type Object is set to null. */
  static void raceEmptyInterface1() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: any
        () -> v.any = null,
        // RACE: any
        () -> use(v.any));
  }

  /** A variable of type Object is set to a new object. */
  static void raceEmptyInterface2() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: any
        () -> v.any = new Point(),
        // RACE: any
        () -> use(v.any));
  }

  /** A cast reads the variable that is assigned. */
  static void raceTypeAssert() throws Exception {
    Vars v = new Vars();
    v.any = 0;
    spawned(
        // RACE: any
        () -> v.any = 1,
        // RACE: any
        () -> use((int) (Integer) v.any));
  }

  private record Pair(int left, int right) {}

  private static Pair pair() {
    return new Pair(42, 43);
  }

  /** Two results are stored one by one; the first one is read. */
  static void raceBlockCall1() throws Exception {
    Vars v = new Vars();
    spawned(
        () -> {
          Pair result = pair();
          // RACE: x
          v.x = result.left();
          v.y = result.right();
        },
        // RACE: x
        () -> use(v.x));
    check(v.x == 42 && v.y == 43);
  }

  /** Two results are stored one by one; the second one is read. */
  static void raceBlockCall2() throws Exception {
    Vars v = new Vars();
    spawned(
        () -> {
          Pair result = pair();
          v.x = result.left();
          // RACE: y
          v.y = result.right();
        },
        // RACE: y
        () -> use(v.y));
    check(v.x == 42 && v.y == 43);
  }

  /** A reference and an int are stored; the reference is read. */
  static void raceBlockCall3() throws Exception {
    Vars v = new Vars();
    spawned(
        () -> {
          Pair result = pair();
          // RACE: any
          v.any = result.left();
          v.y = result.right();
        },
        // RACE: any
        () -> use(v.any));
    check(v.any.equals(42) && v.y == 43);
  }

  /** An int and a reference are stored; the reference is read. */
  static void raceBlockCall4() throws Exception {
    Vars v = new Vars();
    spawned(
        () -> {
          Pair result = pair();
          v.x = result.left();
          // RACE: any
          v.any = result.right();
        },
        // RACE: any
        () -> use(v.any));
    check(v.x == 42 && v.any.equals(43));
  }

  /** A reference and an int are stored; the int is read. */
  static void raceBlockCall5() throws Exception {
    Vars v = new Vars();
    spawned(
        () -> {
          Pair result = pair();
          v.any = result.left();
          // RACE: y
          v.y = result.right();
        },
        // RACE: y
        () -> use(v.y));
    check(v.any.equals(42) && v.y == 43);
  }

  /** An int and a reference are stored; the int is read. */
  static void raceBlockCall6() throws Exception {
    Vars v = new Vars();
    spawned(
        () -> {
          Pair result = pair();
          // RACE: x
          v.x = result.left();
          v.any = result.right();
        },
        // RACE: x
        () -> use(v.x));
    check(v.x == 42 && v.any.equals(43));
  }

  private static void check(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("corrupted data");
    }
  }

  /** An object within is read as a whole while a neighbour of it is written. */
  static void noRaceEmptyStruct() throws Exception {
    Vars y = new Vars();
    spawned(
        () -> {
          Point inner = y.p;
          use(inner.x);
        },
        () -> y.y = 42);
  }

  /** An object is copied field by field while a field two levels down is written. */
  static void raceNestedStruct() {
    Vars y = new Vars();
    goroutines(
        () -> {
          // RACE: y
          Point copy = new Point(y.p.x, y.p.y);
          use(copy);
        },
        // RACE: y
        () -> y.p.y = 42);
  }

  /** A field is written while the object is cleared as a whole through another reference. */
  static void raceStructInd() throws Exception {
    Point p = new Point();
    spawned(
        () -> {
          p.x = 0;
          // RACE: y
          p.y = 0;
        },
        // RACE: y
        () -> p.y = 42);
  }
}
