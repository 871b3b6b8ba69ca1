package corpus.patterns;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Received;
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
  private final Chan<Map<String, Double>> last = Chan.make(1);
  private final WaitGroup sensors = new WaitGroup();

  /** Starts a sensor that reports the values and then falls silent. */
  public void sensor(String name, List<Double> values) {
    sensors.go(() -> values.forEach(value -> readings.send(new Reading(name, value))));
  }

  /** Starts the owner of the statistics; it ends once {@link #close} has closed the readings. */
  public void start() {
    Go.go(this::aggregate);
  }

  private void aggregate() {
    Map<String, DoubleSummaryStatistics> statistics = new TreeMap<>();
    boolean[] closed = new boolean[1];
    Select next = Select.of(
        readings.onReceiveOk(received -> closed[0] = !added(received, statistics)),
        queries.onReceive(answer -> answer.send(averages(statistics))));
    while (!closed[0]) {
      next.run();
    }
    last.send(averages(statistics));
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
    readings.close();
    return last.receive();
  }

  /** Adds what was received; false when there is nothing more. */
  private static boolean added(
      Received<Reading> received, Map<String, DoubleSummaryStatistics> statistics) {
    if (received.ok()) {
      statistics
          .computeIfAbsent(received.value().sensor(), name -> new DoubleSummaryStatistics())
          .accept(received.value().value());
    }
    return received.ok();
  }

  private static Map<String, Double> averages(Map<String, DoubleSummaryStatistics> statistics) {
    Map<String, Double> averages = new TreeMap<>();
    statistics.forEach((sensor, values) -> averages.put(sensor, values.getAverage()));
    return averages;
  }
}
