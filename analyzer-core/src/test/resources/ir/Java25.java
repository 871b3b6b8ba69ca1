package golden;

import java.util.List;
import java.util.function.BiFunction;

class Java25 extends Thread {
  private final int size;
  private String name;

  Java25(int size) {
    if (size < 0) {
      throw new IllegalArgumentException();
    }
    this.size = size;
    name = "early";
    super("worker");
    start();
  }

  Java25(String text) {
    var parsed = Integer.parseInt(text);
    this(parsed);
  }

  record Point(int x, int y) {}

  int unnamed(Object o, List<Point> points) {
    int count = 0;
    for (var _ : points) {
      count++;
    }
    try (var _ = new java.io.StringReader("a")) {
      var _ = points.remove(0);
    } catch (Exception _) {
      count = 1;
    }
    BiFunction<Integer, Integer, Integer> second = (_, b) -> b;
    if (o instanceof Point(int x, _)) {
      count += x;
    }
    return switch (o) {
      case Point(int _, var y) -> y;
      case String _, Integer _ -> 2;
      default -> count;
    };
  }

  void virtualThreads() throws Exception {
    Thread.ofVirtual().name("v").start(() -> unnamed(null, List.of()));
    try (var executor = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      executor.submit(() -> size);
    }
  }
}
