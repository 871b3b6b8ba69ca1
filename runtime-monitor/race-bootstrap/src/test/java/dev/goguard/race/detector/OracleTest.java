package dev.goguard.race.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * FastTrack's promise on random traces: it reports nothing but races, and of each variable it
 * reports the first access that races.
 */
final class OracleTest {
  private static final int TRACES = 4000;

  private final long seed = Long.getLong("goguard.seed", System.nanoTime());

  @Test
  void randomTraces_haveTheRacesOfTheirHappensBefore(TestReporter reporter) {
    reporter.publishEntry("goguard.seed", Long.toString(seed));
    SplittableRandom random = new SplittableRandom(seed);
    int racy = 0;
    for (int i = 0; i < TRACES; i++) {
      List<Event> trace = RandomTrace.of(random.split(), 10 + i % 90);
      List<Race> found = Detection.of(trace, new ThreadIds(1000, 1000));
      assertExact(trace, found);
      racy += found.isEmpty() ? 0 : 1;
    }
    assertThat(racy).isBetween(TRACES / 10, TRACES * 9 / 10);
  }

  /** A block of array elements keeps every access that counts, not the last only. */
  @Test
  void randomTraces_onElementsOfAnArray_haveAllRacesOfAnAccess(TestReporter reporter) {
    reporter.publishEntry("goguard.seed", Long.toString(seed));
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < TRACES; i++) {
      List<Event> trace = RandomTrace.of(random.split(), 10 + i % 90);
      assertExact(trace, Detection.inArray(trace, new ThreadIds(1000, 1000)));
    }
  }

  /** Clocks of three epochs and few ids: those burn, go round, and run out. */
  @Test
  void fewIdsAndShortClocks_inventNoRace(TestReporter reporter) {
    reporter.publishEntry("goguard.seed", Long.toString(seed));
    SplittableRandom random = new SplittableRandom(seed);
    int exact = 0;
    for (int i = 0; i < TRACES; i++) {
      List<Event> trace = RandomTrace.of(random.split(), 100);
      ThreadIds ids = new ThreadIds(3 + i % 20, 3 + i % 7);
      List<Race> found = Detection.of(trace, ids);
      assertThat(HappensBefore.races(trace)).as("seed %d: %s", seed, trace).containsAll(found);
      if (ids.unordered() == 0 && ids.refused() == 0) {
        assertExact(trace, found);
        exact += ids.used() < highest(trace) ? 1 : 0;
      }
    }
    assertThat(exact).as("traces that were exact though ids went round").isPositive();
  }

  private static int highest(List<Event> trace) {
    return trace.stream().mapToInt(Event::thread).max().orElseThrow();
  }

  private void assertExact(List<Event> trace, List<Race> found) {
    List<Race> all = HappensBefore.races(trace);
    assertThat(all).as("seed %d: %s", seed, trace).containsAll(found);
    assertThat(first(found)).as("seed %d: %s", seed, trace).isEqualTo(first(all));
  }

  /** For each variable the first access that races with an earlier one. */
  private static Map<String, Integer> first(List<Race> races) {
    Map<String, Integer> first = new LinkedHashMap<>();
    for (Race race : races) {
      first.merge(race.variable(), race.later(), Math::min);
    }
    return first;
  }
}
