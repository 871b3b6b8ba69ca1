package sample;

/** Loops whose accesses are checked behind them: the ends of what they touch must be exact. */
public final class LoopCases {
  private int sum;
  private int[] data = new int[100];

  private LoopCases() {}

  public static void main(String[] args) throws Exception {
    upwards();
    steps();
    offsets();
    bodies();
    fields();
  }

  private static void upwards() throws InterruptedException {
    int[] a = new int[200];
    Cases.racy("first of a loop", () -> fill(a, 3, 150), () -> a[3]++);
    Cases.racy("last of a loop", () -> fill(a, 3, 150), () -> a[149]++);
    Cases.clean("before a loop", () -> fill(a, 3, 150), () -> a[2]++);
    Cases.clean("behind a loop", () -> fill(a, 3, 150), () -> a[150]++);
    Cases.clean("a loop that does not run", () -> fill(a, 8, 8), () -> fill(a, 0, 9));
    Cases.clean("two halves", () -> fill(a, 0, 77), () -> fill(a, 77, 200));
    Cases.racy("two halves that overlap", () -> fill(a, 0, 78), () -> fill(a, 77, 200));
    Cases.clean("two that read", () -> total(a, 0), () -> total(a, 0));
    Cases.racy("one reads, one writes", () -> total(a, 0), () -> fill(a, 199, 200));
  }

  private static void fill(int[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = i;
    }
  }

  private static int total(int[] a, int from) {
    int total = 0;
    for (int i = from; i < a.length; i++) {
      total += a[i];
    }
    return total;
  }

  private static void steps() throws InterruptedException {
    int[] a = new int[150];
    Cases.clean("even and odd", () -> everySecond(a, 0), () -> everySecond(a, 1));
    Cases.racy("even and even", () -> everySecond(a, 0), () -> everySecond(a, 80));
    Cases.racy("downwards", () -> downwards(a, 9), () -> a[0]++);
    Cases.clean("above downwards", () -> downwards(a, 9), () -> a[10]++);
    Cases.racy("a column", () -> column(a, 7), () -> a[7 * 9 + 2]++);
    Cases.clean("beside a column", () -> column(a, 7), () -> a[7 * 9 + 3]++);
  }

  private static void everySecond(int[] a, int from) {
    for (int i = from; i < a.length; i += 2) {
      a[i]++;
    }
  }

  private static void downwards(int[] a, int from) {
    for (int i = from; i >= 0; i--) {
      a[i] = 1;
    }
  }

  private static void column(int[] a, int width) {
    for (int row = 0; row < 12; row++) {
      a[row * 7 + 2] = width;
    }
  }

  private static void offsets() throws InterruptedException {
    byte[] a = new byte[100];
    long[][] rows = new long[5][60];
    Cases.racy("index plus offset", () -> shifted(a, 20), () -> a[20]++);
    Cases.clean("below the offset", () -> shifted(a, 20), () -> a[19]++);
    Cases.racy("index plus constant", () -> neighbours(a), () -> a[99] = 0);
    Cases.clean("only read by both", () -> neighbours(a), () -> System.out.print(a[99] < 0));
    Cases.racy("a row", () -> row(rows, 3), () -> rows[3][59] = 1);
    Cases.clean("another row", () -> row(rows, 3), () -> rows[2][59] = 1);
    Cases.racy("the row's place", () -> row(rows, 4), () -> rows[4] = new long[60]);
  }

  private static void shifted(byte[] a, int offset) {
    for (int i = 0; i < 10; i++) {
      a[offset + i] = 1;
    }
  }

  private static int neighbours(byte[] a) {
    int found = 0;
    for (int i = 0; i < a.length - 1; i++) {
      found += a[i] ^ a[i + 1];
    }
    return found;
  }

  private static void row(long[][] rows, int row) {
    for (int i = 0; i < 60; i++) {
      rows[row][i] += i;
    }
  }

  private static void bodies() throws InterruptedException {
    int[] a = new int[50];
    int[] b = new int[50];
    Cases.racy("under a condition", () -> some(a), () -> a[40]++);
    Cases.clean("condition never true", () -> some(a), () -> a[3]++);
    Cases.racy("found early", () -> find(b, 0), () -> b[0] = 0);
    Cases.clean("behind what was found", () -> find(b, 0), () -> b[1] = 7);
    Cases.racy("within a loop", () -> nested(a), () -> a[49]++);
    Cases.racy("with calls", () -> calling(b), () -> b[30]++);
  }

  private static void some(int[] a) {
    for (int i = 0; i < a.length; i++) {
      if (i > 20) {
        a[i] = 1;
      }
    }
  }

  private static int find(int[] a, int value) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] == value) {
        return i;
      }
    }
    return -1;
  }

  private static void nested(int[] a) {
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 5; j++) {
        a[i * 5 + j] = 0;
      }
    }
  }

  private static void calling(int[] a) {
    for (int i = 0; i < a.length; i++) {
      fill(a, i, i + 1);
    }
  }

  private static void fields() throws InterruptedException {
    LoopCases one = new LoopCases();
    LoopCases two = new LoopCases();
    Cases.racy("a field in a loop", one::addAll, () -> one.sum = 0);
    Cases.clean("the field of another", one::addAll, () -> two.sum = 0);
    Cases.racy("the array's field", one::addAll, () -> one.data = null);
    Cases.clean("a loop without passes", () -> one.addSome(0), () -> one.sum = 3);
    Cases.racy("a loop with one pass", () -> two.addSome(1), () -> two.sum = 3);
  }

  private void addAll() {
    for (int i = 0; i < 100; i++) {
      int[] now = data;
      sum += now == null ? 0 : now[i];
    }
  }

  private void addSome(int count) {
    for (int i = 0; i < count; i++) {
      sum += i;
    }
  }
}
