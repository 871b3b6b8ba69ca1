package dev.goguard.agent.junit;

import dev.goguard.race.bootstrap.Exit;
import dev.goguard.race.report.Race;
import dev.goguard.race.report.Races;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The races that have failed a test, each of which fails one test only. */
final class ToldRaces {
  private static final Set<Race> TOLD = Collections.newSetFromMap(new IdentityHashMap<>());

  private ToldRaces() {}

  /** Fails with the races of a test that were not told yet, if there are any. */
  static void tell(String test) {
    List<Race> races = take(race -> test.equals(race.test()));
    if (!races.isEmpty()) {
      throw new RaceDetectedError("race detected during execution of test", races);
    }
  }

  /** Fails with all races that were not told yet. */
  static void tellRest() {
    List<Race> races = take(race -> true);
    if (!races.isEmpty()) {
      throw new RaceDetectedError("race detected outside of test execution", races);
    }
  }

  private static synchronized List<Race> take(Predicate<Race> wanted) {
    List<Race> races = new ArrayList<>(Races.all().since(0));
    races.removeIf(race -> TOLD.contains(race) || !wanted.test(race));
    TOLD.addAll(races);
    Exit.toldElsewhere(TOLD.size());
    return races;
  }
}
