package corpus.race.jls;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import java.util.BitSet;

/** JLS 17.6 and 17.7: neighbours are separate variables; long and double are one variable each. */
final class WordTearing {
  private WordTearing() {}

  private static final class Packed {
    byte a;
    byte b;
    boolean left;
    boolean right;
    long wide;
    double real;
    volatile long whole;
  }

  private static final int LENGTH = 8;

  /** JLS 17.6-1: each thread counts in a byte of its own. */
  static void noRaceBytes() throws Exception {
    byte[] counts = new byte[LENGTH];
    threads(() -> count(counts, 0), () -> count(counts, 1), () -> count(counts, 2));
  }

  private static void count(byte[] counts, int own) {
    for (int n = 0; n < 100; n++) {
      counts[own]++;
    }
  }

  /** Neighbours in an array of booleans. */
  static void noRaceBooleans() throws Exception {
    boolean[] seen = new boolean[LENGTH];
    threads(() -> seen[0] = true, () -> seen[1] = true, () -> use(seen[2]));
  }

  /** Neighbours in an array of shorts and in one of chars. */
  static void noRaceShortsAndChars() throws Exception {
    short[] shorts = new short[LENGTH];
    char[] chars = new char[LENGTH];
    threads(
        () -> {
          shorts[0] = 1;
          chars[7] = 'a';
        },
        () -> {
          shorts[1] = 1;
          chars[6] = 'b';
        });
  }

  /** Neighbours among the fields of an object. */
  static void noRaceFields() throws Exception {
    Packed p = new Packed();
    threads(() -> p.a++, () -> p.b++, () -> p.left = true, () -> p.right = true);
  }

  /** One byte. */
  static void raceOneByte() throws Exception {
    byte[] counts = new byte[LENGTH];
    threads(
        // RACE: element
        () -> counts[3]++,
        // RACE: element
        () -> counts[3]--);
  }

  /** Bits packed into one byte by the program. */
  static void raceBitsOfAByte() throws Exception {
    byte[] bits = new byte[1];
    threads(
        // RACE: element
        () -> bits[0] |= 1,
        // RACE: element
        () -> bits[0] |= 2);
  }

  /** Bits of a set share words. */
  static void raceBitSet() throws Exception {
    BitSet bits = new BitSet(64);
    threads(
        // RACE: bits
        () -> bits.set(0),
        // RACE: bits
        () -> bits.set(1));
  }

  /** A long is one variable, though its halves may be written apart. */
  static void raceLong() throws Exception {
    Packed p = new Packed();
    threads(
        // RACE: wide
        () -> p.wide = -1L,
        // RACE: wide
        () -> use(p.wide));
  }

  /** A double. */
  static void raceDouble() throws Exception {
    Packed p = new Packed();
    threads(
        // RACE: real
        () -> p.real = Math.PI,
        // RACE: real
        () -> use(p.real));
  }

  /** A volatile long is written at once. */
  static void noRaceVolatileLong() throws Exception {
    Packed p = new Packed();
    threads(() -> p.whole = -1L, () -> use(p.whole));
  }

  /** One element of an array of longs. */
  static void raceLongElement() throws Exception {
    long[] sums = new long[LENGTH];
    threads(
        // RACE: element
        () -> sums[1] += 1,
        // RACE: element
        () -> use(sums[1]));
  }

  /** The threads' shares of an array, split in the middle. */
  static void noRaceHalves() throws Exception {
    long[] sums = new long[1000];
    threads(() -> fill(sums, 0, 500), () -> fill(sums, 500, 1000));
  }

  /** The shares overlap by one element. */
  static void raceOverlappingHalves() throws Exception {
    long[] sums = new long[1000];
    threads(
        () -> {
          for (int i = 0; i < 501; i++) {
            // RACE: element
            sums[i] = i;
          }
        },
        () -> {
          for (int i = 500; i < 1000; i++) {
            // RACE: element
            sums[i] = -i;
          }
        });
  }

  private static void fill(long[] sums, int from, int to) {
    for (int i = from; i < to; i++) {
      sums[i] = i;
    }
  }
}
