package dev.goguard.race.detector;

/** Takes races as they are found. */
public interface RaceListener {
  /** Two accesses to a variable, as cells, that conflict and are not ordered. */
  void found(String variable, long access, long earlier);
}
