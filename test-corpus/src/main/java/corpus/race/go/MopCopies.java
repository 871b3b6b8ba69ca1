package corpus.race.go;

import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import corpus.race.go.Vars.Point;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Whole arrays copied, filled, grown and read into. */
final class MopCopies {
  private MopCopies() {}

  /** An array is overwritten as a whole while one element is written. */
  static void raceArrayCopy() throws Exception {
    int[] a = new int[5];
    int[] b = {1, 2, 3, 4, 5};
    spawned(
        // RACE: element
        () -> a[3] = 1,
        // RACE: element
        () -> System.arraycopy(b, 0, a, 0, 5));
  }

  /** One field far down a nest of arrays, and a copy of the innermost array. */
  static void raceNestedArrayCopy() throws Exception {
    Point[][][] a = new Point[2][2][2];
    Point[] b = {new Point(), new Point()};
    spawned(
        // RACE: element
        () -> a[1][0][1] = new Point(1, 1),
        // RACE: element
        () -> System.arraycopy(b, 0, a[1][0], 0, 2));
  }

  /** An array is copied to a longer one while an element is written. */
  static void raceAppendRW() throws Exception {
    int[] a = new int[10];
    spawned(
        // RACE: element
        () -> use(Arrays.copyOf(a, 11)),
        // RACE: element
        () -> a[0] = 1);
  }

  /** The variable gets a longer array while the length is asked. */
  static void raceAppendLenRW() throws Exception {
    Vars v = new Vars();
    v.ints = new int[0];
    spawned(
        // RACE: ints
        () -> v.ints = new int[] {1},
        // RACE: ints
        () -> use(v.ints.length));
  }

  /** The variable gets a roomier buffer while the room is asked. */
  static void raceAppendCapRW() throws Exception {
    Vars v = new Vars();
    v.ints = new int[0];
    spawned(
        // RACE: ints
        () -> v.ints = Arrays.copyOf(v.ints, 8),
        // RACE: ints
        () -> use(v.ints.length - v.y));
  }

  /** A range is taken of an array variable that is assigned. */
  static void raceSliceSlice() throws Exception {
    Vars v = new Vars();
    v.ints = new int[10];
    spawned(
        // RACE: ints
        () -> v.ints = new int[20],
        // RACE: ints
        () -> use(Arrays.copyOfRange(v.ints, 2, 3)));
  }

  /** A bound of a range is assigned. */
  static void raceSliceSlice2() throws Exception {
    Vars v = new Vars();
    v.i = 2;
    int[] a = new int[10];
    spawned(
        // RACE: i
        () -> v.i = 3,
        // RACE: i
        () -> use(Arrays.copyOfRange(a, v.i, 4)));
  }

  /** A part is taken of a string variable that is assigned. */
  static void raceSliceString() throws Exception {
    Vars v = new Vars();
    v.s = "hello";
    spawned(
        // RACE: s
        () -> v.s = "world",
        // RACE: s
        () -> use(v.s.substring(2, 3)));
  }

  /** An array of objects is copied while an element is replaced. */
  static void raceSliceStruct() throws Exception {
    Point[] x = new Point[10];
    Point[] y = new Point[10];
    spawned(
        // RACE: element
        () -> System.arraycopy(x, 0, y, 0, 10),
        // RACE: element
        () -> x[1] = new Point());
  }

  /** An array of objects is appended to another one while an element is replaced. */
  static void raceAppendSliceStruct() throws Exception {
    Point[] x = new Point[10];
    spawned(
        () -> {
          Point[] grown = new Point[20];
          for (int i = 0; i < x.length; i++) {
            // RACE: element
            grown[i] = x[i];
          }
        },
        // RACE: element
        () -> x[1] = new Point());
  }

  /** A method's result goes to an array variable that is read. */
  static void raceAsFunc1() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: ints
        () -> v.ints = "hello".chars().toArray(),
        // RACE: ints
        () -> use(v.ints));
  }

  private static Path file() throws Exception {
    Path file = Files.createTempFile("corpus", ".txt");
    Files.writeString(file, "a line that is longer than the buffer, and a little more");
    return file;
  }

  /** A buffer is read into from a file while the receiver goes through its previous filling. */
  static void raceIssue5567() throws Exception {
    Path file = file();
    Chan<Integer> filled = Chan.make();
    byte[] buffer = new byte[17];
    Go.go(() -> {
      try (InputStream in = new FileInputStream(file.toFile())) {
        // RACE: buffer
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
          filled.send(n);
        }
      }
      filled.close();
    });
    int sum = 0;
    for (int n : filled) {
      for (int i = 0; i < n; i++) {
        // RACE: buffer
        sum += buffer[i];
      }
    }
    use(sum);
    Files.delete(file);
  }

  /** The same with reads at positions of the file. */
  static void raceIssue51618() throws Exception {
    Path file = file();
    Chan<Integer> filled = Chan.make();
    byte[] buffer = new byte[17];
    Go.go(() -> {
      try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
        for (int at = 0; at < in.length(); at += 17) {
          in.seek(at);
          // RACE: buffer
          int n = in.read(buffer, 0, 17);
          filled.send(n);
        }
      }
      filled.close();
    });
    int sum = 0;
    for (int n : filled) {
      for (int i = 0; i < n; i++) {
        // RACE: buffer
        sum += buffer[i];
      }
    }
    use(sum);
    Files.delete(file);
  }

  /** A buffer is filled from memory while the receiver makes a string of its previous filling. */
  static void raceIssue5654() {
    byte[] text = "Friends, Romans, countrymen, lend me your ears".getBytes(StandardCharsets.UTF_8);
    ByteArrayInputStream data = new ByteArrayInputStream(text);
    Chan<Integer> filled = Chan.make();
    byte[] buffer = new byte[16];
    Go.go(() -> {
      // RACE: buffer
      for (int n = data.read(buffer, 0, 16); n > 0; n = data.read(buffer, 0, 16)) {
        filled.send(n);
      }
      filled.close();
    });
    StringBuilder all = new StringBuilder();
    for (int n : filled) {
      // RACE: buffer
      all.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
    }
    use(all);
  }
}
