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
  private final PlacePairs places = new PlacePairs();
  private final SitePairs unwanted = new SitePairs();
  private final List<Race> races = new ArrayList<>();
  private volatile RaceSink sink = new ToStandardError();
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

  /**
   * Told once for each pair of sites, and of places in the source. What is not wanted is so for its
   * two stacks only: another way to the same sites is looked at anew.
   */
  @Override
  public void found(String variable, long access, long earlier) {
    int context = Cell.context(access);
    int other = Cell.context(earlier);
    int site = place(context);
    int otherSite = place(other);
    if (!told.contains(site, otherSite) && !unwanted.contains(context, other)) {
      String test = ThreadStates.current().test;
      Race race = new Race(variable, Side.of(access), Side.of(earlier), test);
      if (!sink.wants(race)) {
        unwanted.add(context, other);
      } else if (told.add(site, otherSite) && places.add(race)) {
        remember(race);
        sink.tell(race);
      }
    }
  }

  /** A site or, where it is not known as in the JDK's own calls, a calling context instead. */
  private static int place(int context) {
    int site = Contexts.site(context);
    return site != 0 ? site : -context;
  }

  private synchronized void remember(Race race) {
    count++;
    if (races.size() < REMEMBERED) {
      races.add(race);
    }
  }

  private static final class ToStandardError implements RaceSink {
    @Override
    public boolean wants(Race race) {
      return true;
    }

    @Override
    public void tell(Race race) {
      StandardError.write(RaceText.of(race));
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
