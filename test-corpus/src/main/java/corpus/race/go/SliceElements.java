package corpus.race.go;

import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Elements of arrays, one by one and in bulk. */
final class SliceElements {
  private SliceElements() {}

  /** One element, written and read. */
  static void raceSliceRW() throws Exception {
    int[] a = new int[2];
    spawned(
        // RACE: element
        () -> a[1] = 1,
        // RACE: element
        () -> use(a[1]));
  }

  /** Two elements. */
  static void noRaceSliceRW() throws Exception {
    int[] a = new int[2];
    spawned(() -> a[0] = 1, () -> use(a[1]));
  }

  /** One element, written twice. */
  static void raceSliceWW() throws Exception {
    int[] a = new int[10];
    spawned(
        // RACE: element
        () -> a[1] = 1,
        // RACE: element
        () -> a[1] = 2);
  }

  /** Neighbours within an array of bytes. */
  static void noRaceArrayWW() throws Exception {
    byte[] a = new byte[5];
    spawned(() -> a[0] = 1, () -> a[1] = 2);
  }

  /** One element of an array of bytes. */
  static void raceArrayWW() throws Exception {
    byte[] a = new byte[5];
    spawned(
        // RACE: element
        () -> a[1] = 1,
        // RACE: element
        () -> a[1] = 2);
  }

  /** The length is no element. */
  static void noRaceSliceWriteLen() throws Exception {
    boolean[] a = new boolean[1];
    spawned(() -> a[0] = true, () -> use(a.length));
  }

  /** A copy writes the element that is read. */
  static void raceSliceCopyRead() throws Exception {
    int[] a = new int[10];
    int[] b = new int[10];
    spawned(
        // RACE: element
        () -> use(a[5]),
        // RACE: element
        () -> System.arraycopy(b, 0, a, 0, 10));
  }

  /** A copy ends before the element that is written. */
  static void noRaceSliceWriteCopy() throws Exception {
    int[] a = new int[10];
    int[] b = new int[10];
    spawned(() -> a[5] = 1, () -> System.arraycopy(b, 0, a, 0, 5));
  }

  /** A copy reads the element that is written. */
  static void raceSliceCopyWrite2() throws Exception {
    int[] a = new int[10];
    int[] b = new int[10];
    spawned(
        // RACE: element
        () -> b[5] = 1,
        // RACE: element
        () -> System.arraycopy(b, 0, a, 0, 10));
  }

  /** Bytes of a string are copied over the element that is written. */
  @SuppressWarnings("deprecation")
  static void raceSliceCopyWrite3() throws Exception {
    byte[] a = new byte[10];
    spawned(
        // RACE: element
        () -> a[7] = 1,
        // RACE: element
        () -> "qwertyqwerty".getBytes(0, 10, a, 0));
  }

  /** A copy and a read of its source. */
  static void noRaceSliceCopyRead() throws Exception {
    int[] a = new int[10];
    int[] b = new int[10];
    spawned(() -> use(b[5]), () -> System.arraycopy(b, 0, a, 0, 10));
  }

  /** A copy of references writes the element that is read. */
  static void racePointerSliceCopyRead() throws Exception {
    Object[] a = new Object[10];
    Object[] b = new Object[10];
    spawned(
        // RACE: element
        () -> use(a[5]),
        // RACE: element
        () -> System.arraycopy(b, 0, a, 0, 10));
  }

  /** A copy of references ends before the element that is written. */
  static void noRacePointerSliceWriteCopy() throws Exception {
    Object[] a = new Object[10];
    Object[] b = new Object[10];
    spawned(() -> a[5] = "new", () -> System.arraycopy(b, 0, a, 0, 5));
  }

  /** A copy of references reads the element that is written. */
  static void racePointerSliceCopyWrite2() throws Exception {
    Object[] a = new Object[10];
    Object[] b = new Object[10];
    spawned(
        // RACE: element
        () -> b[5] = "new",
        // RACE: element
        () -> System.arraycopy(b, 0, a, 0, 10));
  }

  /** A copy of references and a read of its source. */
  static void noRacePointerSliceCopyRead() throws Exception {
    Object[] a = new Object[10];
    Object[] b = new Object[10];
    spawned(() -> use(b[5]), () -> System.arraycopy(b, 0, a, 0, 10));
  }

  /** Two references to one array. */
  static void raceSliceDifferent() throws Exception {
    int[] s = new int[10];
    int[] s2 = s;
    spawned(
        // RACE: element
        () -> s[3] = 3,
        // RACE: element
        () -> s2[3] = 3);
  }

  /** A loop over the elements, one of which is written. */
  static void raceSliceRangeWrite() throws Exception {
    int[] s = new int[10];
    spawned(
        // RACE: element
        () -> s[3] = 3, () -> {
          // RACE: element
          for (int element : s) {
            use(element);
          }
        });
  }

  /** A loop over the indices only. */
  static void noRaceSliceRangeWrite() throws Exception {
    int[] s = new int[10];
    spawned(() -> s[3] = 3, () -> {
      for (int i = 0; i < s.length; i++) {
        use(i);
      }
    });
  }

  /** A variable read as an index by both sides. */
  static void noRaceSliceIndexAccess() throws Exception {
    int[] s = new int[10];
    Vars v = new Vars();
    spawned(() -> use(v.x), () -> s[v.x] = 1);
  }

  /** The same for a read of the element. */
  static void noRaceSliceIndexAccess2() throws Exception {
    int[] s = new int[10];
    Vars v = new Vars();
    spawned(() -> use(v.x), () -> use(s[v.x]));
  }

  /** The index of a store is assigned. */
  static void raceSliceIndexAccess() throws Exception {
    int[] s = new int[10];
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.x = 1,
        // RACE: x
        () -> s[v.x] = 1);
  }

  /** The index of a load is assigned. */
  static void raceSliceIndexAccess2() throws Exception {
    int[] s = new int[10];
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.x = 1,
        // RACE: x
        () -> use(s[v.x]));
  }

  /** A string is made of bytes, one of which is written. */
  static void raceSliceByteToString() throws Exception {
    byte[] s = new byte[10];
    spawned(
        // RACE: element
        () -> use(new String(s, StandardCharsets.ISO_8859_1)),
        // RACE: element
        () -> s[0] = 42);
  }

  /** A string is made of chars, one of which is written. */
  static void raceSliceRuneToString() throws Exception {
    char[] s = new char[10];
    spawned(
        // RACE: element
        () -> use(new String(s)),
        // RACE: element
        () -> s[9] = 42);
  }

  /** A string variable is read for a concatenation. */
  static void raceConcatString() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: s
        () -> use(v.s + " world"),
        // RACE: s
        () -> v.s = "world");
  }

  /** A string variable is read for a comparison. */
  static void raceCompareString() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: s
        () -> use(v.s.equals(v.t)),
        // RACE: s
        () -> v.s = v.t);
  }

  /** A string is made of bytes that are moved within their array. */
  static void raceSlice4() throws Exception {
    byte[] data = "hello there".getBytes(StandardCharsets.UTF_8);
    spawned(
        // RACE: element
        () -> use(new String(data, StandardCharsets.UTF_8)),
        // RACE: element
        () -> System.arraycopy(data, 2, data, 0, 9));
  }

  /** A bound of a range is assigned. */
  static void raceSlice3() throws Exception {
    int[] x = new int[10];
    Vars v = new Vars();
    v.i = 2;
    spawned(
        // RACE: i
        () -> v.i = 3,
        // RACE: i
        () -> Arrays.fill(x, 0, v.i, 7));
  }
}
