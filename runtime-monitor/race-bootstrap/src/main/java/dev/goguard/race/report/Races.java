package dev.goguard.race.report;

import dev.goguard.race.context.Contexts;
import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.RaceListener;
import dev.goguard.race.detector.ThreadStates;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes races as they are found, tells each pair of sites once, and remembers what was told.
 *
 * <p>Until the agent sets a sink, races go to standard error.
 */
public final class Races implements RaceListener {
  private static final int REMEMBERED = 10_000;
  private static final Races ALL = new Races();

  private final SitePairs told = new SitePairs();
  private final List<Race> races = new ArrayList<>();
  private volatile RaceSink sink = this::tell;
  private volatile int count;

  private Races() {}

  /** Those of the running program. */
  public static Races all() {
    return ALL;
  }

  /** Sends races to {@code next} from now on. */
  public void sendTo(RaceSink next) {
    sink = next;
  }

  @Override
  public void found(String variable, long access, long earlier) {
    if (told.add(Contexts.site(Cell.context(access)), Contexts.site(Cell.context(earlier)))) {
      String test = ThreadStates.current().test;
      sink.accept(new Race(variable, Side.of(access), Side.of(earlier), test));
    }
  }

  private void tell(Race race) {
    remember(race);
    StandardError.write(RaceText.of(race));
  }

  /** A race was told to the user: it counts. */
  public synchronized void remember(Race race) {
    count++;
    if (races.size() < REMEMBERED) {
      races.add(race);
    }
  }

  /** How many races were told. */
  public int count() {
    return count;
  }

  /** The races told after the first {@code from}; of very many, not all are remembered. */
  public synchronized List<Race> since(int from) {
    return List.copyOf(races.subList(Math.min(from, races.size()), races.size()));
  }
}
