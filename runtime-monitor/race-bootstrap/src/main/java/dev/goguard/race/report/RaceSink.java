package dev.goguard.race.report;

/** Where races go; called by the thread that found one, which the detector does not watch then. */
public interface RaceSink {
  /** A race that was not told before. */
  void accept(Race race);
}
