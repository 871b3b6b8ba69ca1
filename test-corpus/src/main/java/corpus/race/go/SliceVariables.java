package corpus.race.go;

import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Variables that hold arrays, and arrays that grow. */
final class SliceVariables {
  private SliceVariables() {}

  private static Vars withArray(int length) {
    Vars v = new Vars();
    v.ints = new int[length];
    v.ints2 = new int[length];
    return v;
  }

  /** A range is copied out that leaves out the element written. */
  static void noRaceSliceWriteSlice() throws Exception {
    double[] a = new double[10];
    spawned(() -> a[2] = 1.0, () -> use(Arrays.copyOfRange(a, 5, 10)));
  }

  /** The reference to the array is read, none of its elements. */
  static void noRaceSliceWriteSlice2() throws Exception {
    Vars v = withArray(10);
    spawned(() -> v.ints[2] = 1, () -> use(v.ints));
  }

  /** The variable is replaced by its own second half while an element is written through it. */
  static void raceSliceWriteSlice() throws Exception {
    Vars v = withArray(10);
    spawned(
        // RACE: ints
        () -> v.ints[2] = 1,
        // RACE: ints
        () -> v.ints = Arrays.copyOfRange(v.ints, 5, 10));
  }

  /** The length, asked by both sides. */
  static void noRaceSliceLenCap() throws Exception {
    Vars v = withArray(10);
    spawned(() -> use(v.ints.length), () -> use(v.ints.length));
  }

  /** Two arrays of one object: a loop over the one, a store into the other. */
  static void noRaceStructSlicesRangeWrite() throws Exception {
    Vars v = withArray(10);
    spawned(
        () -> {
          for (int element : v.ints) {
            use(element);
          }
        },
        () -> v.ints2[5] = 5);
  }

  /** A loop over an array variable that gets a longer array. */
  static void raceSliceRangeAppend() throws Exception {
    Vars v = withArray(10);
    spawned(
        // RACE: ints
        () -> v.ints = Arrays.copyOf(v.ints, 11), () -> {
          // RACE: ints
          for (int element : v.ints) {
            use(element);
          }
        });
  }

  /** The longer array stays with the one who made it. */
  static void noRaceSliceRangeAppend() throws Exception {
    Vars v = withArray(10);
    spawned(() -> use(Arrays.copyOf(v.ints, 11)), () -> {
      for (int element : v.ints) {
        use(element);
      }
    });
  }

  /** A store through a variable that is assigned. */
  static void raceSliceVarWrite() throws Exception {
    Vars v = withArray(10);
    spawned(
        // RACE: ints
        () -> v.ints[3] = 3,
        // RACE: ints
        () -> v.ints = new int[20]);
  }

  /** A load through a variable that is assigned. */
  static void raceSliceVarRead() throws Exception {
    Vars v = withArray(10);
    spawned(
        // RACE: ints
        () -> use(v.ints[3]),
        // RACE: ints
        () -> v.ints = new int[20]);
  }

  /** A loop's bound is the length of an array variable that is assigned. */
  static void raceSliceVarRange() throws Exception {
    Vars v = withArray(10);
    spawned(
        () -> {
          // RACE: ints
          for (int i = 0; i < v.ints.length; i++) {
            use(i);
          }
        },
        // RACE: ints
        () -> v.ints = new int[20]);
  }

  /** An enlarged copy of a variable that is assigned. */
  static void raceSliceVarAppend() throws Exception {
    Vars v = withArray(10);
    spawned(
        // RACE: ints
        () -> use(Arrays.copyOf(v.ints, 11)),
        // RACE: ints
        () -> v.ints = new int[20]);
  }

  /** A copy into an array whose variable is assigned. */
  static void raceSliceVarCopy() throws Exception {
    Vars v = withArray(10);
    int[] source = new int[10];
    spawned(
        // RACE: ints
        () -> System.arraycopy(source, 0, v.ints, 0, 10),
        // RACE: ints
        () -> v.ints = new int[20]);
  }

  /** A copy out of an array whose variable is assigned. */
  static void raceSliceVarCopy2() throws Exception {
    Vars v = withArray(10);
    int[] target = new int[10];
    spawned(
        // RACE: ints
        () -> System.arraycopy(v.ints, 0, target, 0, 10),
        // RACE: ints
        () -> v.ints = new int[20]);
  }

  /** Both sides store behind the used part of one roomy array. */
  static void raceSliceAppend() throws Exception {
    int[] roomy = new int[20];
    spawned(
        // RACE: element
        () -> roomy[10] = 1,
        // RACE: element
        () -> roomy[10] = 2);
  }

  /** Both sides add to one list. */
  static void racePointerSliceAppend() throws Exception {
    List<Object> list = new ArrayList<>(20);
    spawned(
        // RACE: list
        () -> list.add("left"),
        // RACE: list
        () -> list.add("right"));
  }

  /** An array is grown while its first element is written. */
  static void raceSliceAppendWrite() throws Exception {
    int[] s = new int[10];
    spawned(
        // RACE: element
        () -> use(Arrays.copyOf(s, 11)),
        // RACE: element
        () -> s[0] = 42);
  }

  /** Another array is appended while the first element of the first one is written. */
  static void raceSliceAppendSlice() throws Exception {
    int[] s = new int[10];
    int[] s2 = new int[10];
    spawned(
        () -> {
          // RACE: element
          int[] joined = Arrays.copyOf(s, 20);
          System.arraycopy(s2, 0, joined, 10, 10);
        },
        // RACE: element
        () -> s[0] = 42);
  }

  /** Another array is appended while an element of that one is written. */
  static void raceSliceAppendSlice2() throws Exception {
    int[] s = new int[10];
    int[] s2 = new int[10];
    spawned(
        () -> {
          int[] joined = Arrays.copyOf(s, 20);
          // RACE: element
          System.arraycopy(s2, 0, joined, 10, 10);
        },
        // RACE: element
        () -> s2[5] = 42);
  }

  /** A string's bytes are appended while the first element is written. */
  static void raceSliceAppendString() throws Exception {
    byte[] s = new byte[10];
    spawned(
        () -> {
          // RACE: element
          byte[] joined = Arrays.copyOf(s, 16);
          System.arraycopy("qwerty".getBytes(StandardCharsets.UTF_8), 0, joined, 10, 6);
        },
        // RACE: element
        () -> s[0] = 42);
  }

  /** An array of references is cloned while its first element is replaced. */
  static void racePointerSliceAppendWrite() throws Exception {
    Object[] s = new Object[10];
    spawned(
        // RACE: element
        () -> use(s.clone()),
        // RACE: element
        () -> s[0] = "new");
  }

  /** References are appended to a copy while the first one of the original is replaced. */
  static void racePointerSliceAppendSlice() throws Exception {
    Object[] s = new Object[10];
    spawned(
        () -> {
          // RACE: element
          Object[] joined = Arrays.copyOf(s, 20);
          Arrays.fill(joined, 10, 20, "more");
        },
        // RACE: element
        () -> s[0] = "new");
  }

  /** One list is added to another one while an element of it is replaced. */
  static void racePointerSliceAppendSlice2() throws Exception {
    List<Object> s = new ArrayList<>(List.of("a", "b"));
    List<Object> s2 = new ArrayList<>(List.of("c", "d"));
    spawned(
        // RACE: list
        () -> s.addAll(s2),
        // RACE: list
        () -> s2.set(1, "new"));
  }
}
