package corpus.race.go;

import static corpus.race.Sides.goroutines;
import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

/** Accesses as operands of expressions. */
final class MopArithmetic {
  private MopArithmetic() {}

  /** Both sides store a sum into one variable. */
  static void racePlus() {
    Vars v = new Vars();
    goroutines(
        // RACE: y
        () -> v.y = v.x + v.z,
        // RACE: y
        () -> v.y = v.x + v.z + v.z);
  }

  /** An operand of a sum is written. */
  static void racePlus2() {
    Vars v = new Vars();
    goroutines(
        // RACE: x
        () -> v.x = 1,
        // RACE: x
        () -> v.y = +v.x + v.z);
  }

  /** Two sums of the same operands, stored apart. */
  static void noRacePlus() {
    Vars v = new Vars();
    goroutines(() -> v.y = v.x + v.z, () -> v.i = v.z + v.x);
  }

  /** The operand of a complement is written. */
  static void raceComplement() {
    Vars v = new Vars();
    goroutines(
        // RACE: y
        () -> v.x = ~v.y,
        // RACE: y
        () -> v.y = ~v.z);
  }

  /** The dividend is written. */
  static void raceDiv() {
    Vars v = new Vars();
    goroutines(
        // RACE: y
        () -> v.x = v.y / (v.z + 1),
        // RACE: y
        () -> v.y = v.z);
  }

  /** The dividend of a division by a constant is written. */
  static void raceDivConst() {
    Vars v = new Vars();
    goroutines(
        // RACE: y
        () -> v.x = v.y / 3,
        // RACE: y
        () -> v.y = v.z);
  }

  /** The left operand of a remainder is written. */
  static void raceMod() {
    Vars v = new Vars();
    goroutines(
        // RACE: y
        () -> v.x = v.y % (v.z + 1),
        // RACE: y
        () -> v.y = v.z);
  }

  /** The left operand of a remainder by a constant is written. */
  static void raceModConst() {
    Vars v = new Vars();
    goroutines(
        // RACE: y
        () -> v.x = v.y % 3,
        // RACE: y
        () -> v.y = v.z);
  }

  /** The operand of a rotation written out as two shifts is written. */
  static void raceRotate() {
    Vars v = new Vars();
    goroutines(
        // RACE: y
        () -> v.x = v.y << 12 | v.y >>> 20,
        // RACE: y
        () -> v.y = v.z);
  }

  /** A long polynomial, for the code it makes of one expression. */
  static void noRaceEnoughRegisters() {
    Vars v = new Vars();
    v.d = 3.1415;
    v.e = 1 + v.d * (1 + v.d * (2 + v.d * (3 + v.d * (4 + v.d * (5 + v.d * (6 + v.d * 7))))));
    v.d = v.e;
  }

  /** Two stores of a double. */
  static void raceFloat64WW() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: d
        () -> v.d = 1.0,
        // RACE: d
        () -> v.d = 2.0);
    v.e = v.d;
    v.d = v.e;
  }

  /** Two stores of a number with two parts. */
  static void raceComplex128WW() throws Exception {
    final class Complex {
      double re;
      double im;
    }

    Complex x = new Complex();
    spawned(
        () -> {
          // RACE: re
          x.re = 2;
          // RACE: im
          x.im = 2;
        },
        () -> {
          // RACE: re
          x.re = 4;
          // RACE: im
          x.im = 4;
        });
  }

  /** A read of a char that is written. */
  static void raceRune() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: c
        () -> v.c = 1,
        // RACE: c
        () -> use(v.c));
  }

  /** Two variables are swapped while one of them is written. */
  static void raceBlockAs() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.x = 42, () -> {
          int old = v.y;
          // RACE: x
          v.y = v.x;
          // RACE: x
          v.x = old;
        });
  }
}
