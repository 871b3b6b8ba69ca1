package dev.goguard.race.detector;

/** Two events of a trace, by their numbers from 1, that race on a variable. */
record Race(String variable, int earlier, int later) {
  @Override
  public String toString() {
    return variable + " " + earlier + "-" + later;
  }
}
