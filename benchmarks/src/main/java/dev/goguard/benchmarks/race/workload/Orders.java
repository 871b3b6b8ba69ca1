package dev.goguard.benchmarks.race.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A service: requests with collections of their own, and figures that all threads keep. */
public final class Orders implements Workload {
  private static final int PRODUCTS = 200;
  private static final int CUSTOMERS = 1000;
  private static final int LINES = 5;
  private final int size;
  private final Map<String, Integer> prices = new HashMap<>();

  /** As many requests per thread. */
  public Orders(int size) {
    this.size = size;
    var randoms = new Randoms(10);
    for (int i = 0; i < PRODUCTS; i++) {
      prices.put("p" + i, 1 + randoms.below(100));
    }
  }

  /** A product, how often it is wanted and what that costs. */
  private static final class Line {
    private final String product;
    private int count;
    private long cost;

    Line(String product) {
      this.product = product;
    }

    long cost() {
      return cost;
    }
  }

  @Override
  public long run() throws InterruptedException {
    var spent = new ConcurrentHashMap<Integer, AtomicLong>();
    var largest = new ConcurrentHashMap<String, Long>();
    Team.run(number -> {
      var randoms = new Randoms(number);
      for (int i = 0; i < size; i++) {
        int customer = randoms.below(CUSTOMERS);
        var lines = lines(request(randoms));
        spent.computeIfAbsent(customer, none -> new AtomicLong()).addAndGet(total(lines));
        largest.merge(lines.get(0).product, lines.get(0).cost, Math::max);
      }
    });
    return spent.values().stream().mapToLong(AtomicLong::get).sum()
        + largest.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String request(Randoms randoms) {
    var request = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      request.append('p').append(randoms.below(PRODUCTS)).append('=');
      request.append(1 + randoms.below(9)).append('&');
    }
    return request.toString();
  }

  /** The lines of a request, the dearest first. */
  private List<Line> lines(String request) {
    var byProduct = new HashMap<String, Line>();
    for (int begin = 0; begin < request.length(); ) {
      int equals = request.indexOf('=', begin);
      int end = request.indexOf('&', equals);
      var line = byProduct.computeIfAbsent(request.substring(begin, equals), Line::new);
      line.count += Integer.parseInt(request, equals + 1, end, 10);
      begin = end + 1;
    }
    var lines = new ArrayList<>(byProduct.values());
    lines.forEach(line -> line.cost = (long) line.count * prices.get(line.product));
    lines.sort(Comparator.comparingLong(Line::cost).reversed().thenComparing(line -> line.product));
    return lines;
  }

  private static long total(List<Line> lines) {
    long total = 0;
    for (var line : lines) {
      total += line.cost;
    }
    return total;
  }
}
