package sample.junit;

import org.junit.jupiter.api.Test;

/** Tests that do not race. */
class FineCases {
  @Test
  void noRace() throws Exception {
    Raced.ordered(new Raced());
  }
}
