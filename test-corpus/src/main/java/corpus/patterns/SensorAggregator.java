package corpus.patterns;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoRuntime;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sensors report at their own pace; one goroutine owns the statistics, so nothing is locked. */
public final class SensorAggregator {
  /** One measurement. */
  public record Reading(String sensor, double value) {}

  private final Chan<Reading> readings = Chan.make(16);
  private final Chan<Chan<Map<String, Double>>> queries = Chan.make();
  private final Chan<Void> closing = Chan.make();
  private final WaitGroup sensors = new WaitGroup();

  /** Starts a sensor that reports the values and then falls silent. */
  public void sensor(String name, List<Double> values) {
    sensors.go(() -> values.forEach(value -> readings.send(new Reading(name, value))));
  }

  /** Starts the owner of the statistics; it ends after {@link #close}. */
  public void start() {
    Go.go(this::aggregate);
  }

  private void aggregate() {
    Map<String, DoubleSummaryStatistics> statistics = new TreeMap<>();
    boolean[] closed = new boolean[1];
    Select next = Select.of(
        readings.onReceive(reading -> add(statistics, reading)),
        queries.onReceive(answer -> answer.send(averages(statistics))),
        closing.onReceive(none -> closed[0] = true));
    while (!closed[0]) {
      next.run();
    }
  }

  /** The average of what each sensor has reported so far. */
  public Map<String, Double> averages() {
    Chan<Map<String, Double>> answer = Chan.make();
    queries.send(answer);
    return answer.receive();
  }

  /** Waits until the sensors are silent and the statistics complete; then returns the averages. */
  public Map<String, Double> close() {
    sensors.await();
    while (readings.len() > 0) {
      GoRuntime.gosched();
    }
    Map<String, Double> last = averages();
    closing.close();
    return last;
  }

  private static void add(Map<String, DoubleSummaryStatistics> statistics, Reading reading) {
    statistics
        .computeIfAbsent(reading.sensor(), name -> new DoubleSummaryStatistics())
        .accept(reading.value());
  }

  private static Map<String, Double> averages(Map<String, DoubleSummaryStatistics> statistics) {
    Map<String, Double> averages = new TreeMap<>();
    statistics.forEach((sensor, values) -> averages.put(sensor, values.getAverage()));
    return averages;
  }
}
