package dev.goguard.race.report;

/** Where races go; called by the thread that found one, which the detector does not watch then. */
public interface RaceSink {
  /** Whether a race is to be told; one that is not does not stand for others at the same place. */
  boolean wants(Race race);

  /** Tells a race that was not told before. */
  void tell(Race race);
}
