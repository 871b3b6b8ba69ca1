package corpus.race.go;

import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

/** Fields of objects within objects. */
final class Comp {
  private Comp() {}

  private static class P {
    int x;
    int y;
  }

  private static final class P2 extends P {}

  private static final class S {
    P s1 = new P();
    P s2 = new P();

    /** The object behind the field, by another name. */
    P first() {
      return s1;
    }
  }

  /** Two fields of the second part. */
  static void noRaceComp() throws Exception {
    S s = new S();
    spawned(() -> s.s2.x = 1, () -> s.s2.y = 2);
  }

  /** Two fields of the first part. */
  static void noRaceComp2() throws Exception {
    S s = new S();
    spawned(() -> s.s1.x = 1, () -> s.s1.y = 2);
  }

  /** One field of the second part. */
  static void raceComp() throws Exception {
    S s = new S();
    spawned(
        // RACE: y
        () -> s.s2.y = 1,
        // RACE: y
        () -> s.s2.y = 2);
  }

  /** The first field of all, and both parts replaced. */
  static void raceComp2() throws Exception {
    S s = new S();
    spawned(
        // RACE: part
        () -> s.s1.x = 1, () -> {
          // RACE: part
          s.s1 = new P();
          s.s2 = new P();
        });
  }

  /** The last field of all, and both parts replaced. */
  static void raceComp3() throws Exception {
    S s = new S();
    spawned(
        // RACE: part
        () -> s.s2.y = 1, () -> {
          s.s1 = new P();
          // RACE: part
          s.s2 = new P();
        });
  }

  /** The index of an element whose field is written is assigned. */
  static void raceCompArray() throws Exception {
    S[] s = {new S(), new S(), new S(), new S(), new S(), new S()};
    Vars v = new Vars();
    v.x = 4;
    spawned(
        // RACE: x
        () -> s[v.x].s2.y = 1,
        // RACE: x
        () -> v.x = 5);
  }

  /** A field read through a supertype. */
  static void raceConv1() throws Exception {
    P2 p = new P2();
    spawned(
        // RACE: x
        () -> p.x = 1,
        // RACE: x
        () -> use(((P) p).x));
  }

  /** A field read through a cast of another reference. */
  static void raceConv2() throws Exception {
    P2 p = new P2();
    Object reference = p;
    spawned(
        // RACE: x
        () -> p.x = 1,
        // RACE: x
        () -> use(((P) reference).x));
  }

  /** A field of a part read through a method that returns the part. */
  static void raceConv3() throws Exception {
    S s = new S();
    spawned(
        // RACE: x
        () -> s.s1.x = 1,
        // RACE: x
        () -> use(s.first().x));
  }

  /** A field of an element of an array within an object. */
  static void raceConv4() throws Exception {
    Object[] x = {new P(), new P2(), new P(), new P()};
    spawned(
        // RACE: x
        () -> ((P) x[1]).x = 1,
        // RACE: x
        () -> use(((P2) x[1]).x));
  }

  /** Two fields behind a reference. */
  static void noRaceCompPtr() throws Exception {
    S p = new S();
    spawned(() -> p.first().x = 1, () -> p.first().y = 2);
  }

  /** A field behind a reference, and the references read. */
  static void noRaceCompPtr2() throws Exception {
    S p = new S();
    spawned(() -> p.s1.x = 1, () -> {
      use(p.s1);
      use(p.s2);
    });
  }

  /** One field behind a reference. */
  static void raceCompPtr() throws Exception {
    S p = new S();
    spawned(
        // RACE: x
        () -> p.s2.x = 1,
        // RACE: x
        () -> p.s2.x = 2);
  }

  /** The reference is assigned while it is followed. */
  static void raceCompPtr2() throws Exception {
    S p = new S();
    spawned(
        // RACE: part
        () -> p.s2.x = 1,
        // RACE: part
        () -> p.s2 = new P());
  }
}
