package dev.goguard.benchmarks.race.workload;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program like a run of a few tests: finds its methods, runs them and says how many passed. */
public final class SmallTest {
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  private SmallTest() {}

  public static void main(String[] args) throws Exception {
    int passed = 0;
    for (var method : SmallTest.class.getDeclaredMethods()) {
      if (method.getName().startsWith("test")) {
        method.invoke(new SmallTest());
        passed++;
      }
    }
    System.out.printf("passed %d%n", passed);
  }

  void testThreads() throws InterruptedException {
    Team.run(number -> log.add("thread " + number));
    require(log.size() == Team.SIZE);
  }

  void testExecutor() throws Exception {
    var ran = new AtomicInteger();
    try (var executor = Executors.newFixedThreadPool(Team.SIZE)) {
      var future = executor.submit(ran::incrementAndGet);
      require(future.get() == 1);
    }
  }

  void testVirtualThreads() throws InterruptedException {
    var thread = Thread.ofVirtual().start(() -> log.add("virtual"));
    thread.join();
    require(log.contains("virtual"));
  }

  void testChannel() {
    Go.run(() -> {
      var chan = Chan.<String>make(1);
      Go.go(() -> chan.send("element"));
      log.add(chan.receive());
    });
    require(log.equals(List.of("element")));
  }

  void testStreams() {
    var byLength = IntStream.range(0, 1000)
        .mapToObj(Integer::toString)
        .collect(Collectors.groupingBy(String::length));
    require(byLength.get(3).size() == 900);
  }

  void testText() {
    var words = new HashMap<String, Integer>();
    Arrays.stream("the quick fox and the dog".split(" "))
        .forEach(word -> words.merge(word, 1, Integer::sum));
    require(String.format("%d %s", words.get("the"), "fox").equals("2 fox"));
  }

  void testWorkloads() throws Exception {
    require(new MatrixMultiply(20).run() == new MatrixMultiply(20).run());
    require(new SearchTrees(100).run() > 0);
    require(new Orders(10).run() > 0);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError();
    }
  }
}
