package sample.junit;

import org.junit.jupiter.api.Test;

/** One test of each kind. */
class MixedCases {
  private final Raced raced = new Raced();

  @Test
  void raceOfTheTestItself() throws Exception {
    Raced.byCaller(raced);
  }

  @Test
  void raceOfItsThreads() throws Exception {
    Raced.byTwoThreads(raced);
  }

  @Test
  void noRace() throws Exception {
    Raced.ordered(raced);
  }
}
