package dev.goguard.race.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontsTest {
  private final Fronts fronts = new Fronts();

  @Test
  void has_threadsByTurns_keepsWhatEachAccessed() {
    fronts.add(cell(1, 7, 100), 0b0011);
    fronts.add(cell(2, 9, 200), 0b0110);
    assertThat(fronts.has(0b0011, cell(1, 7, 0))).isTrue();
    assertThat(fronts.has(0b0110, cell(2, 9, 0))).isTrue();
    assertThat(fronts.has(0b0100, cell(1, 7, 0))).isFalse();
  }

  @Test
  void has_severalPlacesInOneEpoch_isAllOfThem() {
    fronts.add(cell(1, 7, 100), 0b0001);
    fronts.add(cell(1, 7, 101), 0b1000);
    assertThat(fronts.has(0b1001, cell(1, 7, 0))).isTrue();
  }

  @Test
  void has_nextEpoch_isWhatWasAccessedInIt() {
    fronts.add(cell(1, 7, 100), 0b0001);
    assertThat(fronts.has(0b0001, cell(1, 8, 0))).isFalse();
    fronts.add(cell(1, 8, 100), 0b0010);
    assertThat(fronts.has(0b0011, cell(1, 8, 0))).isFalse();
    assertThat(fronts.has(0b0010, cell(1, 8, 0))).isTrue();
  }

  @Test
  void has_otherThreadInTheSamePlace_isOnlyWhatItAccessed() {
    fronts.add(cell(1, 7, 100), 0b0001);
    fronts.add(cell(1 + Fronts.PLACES, 7, 100), 0b0010);
    assertThat(fronts.has(0b0001, cell(1, 7, 0))).isFalse();
    assertThat(fronts.has(0b0001, cell(1 + Fronts.PLACES, 7, 0))).isFalse();
    assertThat(fronts.has(0b0010, cell(1 + Fronts.PLACES, 7, 0))).isTrue();
  }

  @Test
  void remove_elements_areGoneForAllThreads() {
    fronts.add(cell(1, 7, 100), 0b0011);
    fronts.add(cell(2, 9, 200), 0b0111);
    fronts.remove(0b0010);
    assertThat(fronts.has(0b0010, cell(1, 7, 0))).isFalse();
    assertThat(fronts.has(0b0001, cell(1, 7, 0))).isTrue();
    assertThat(fronts.has(0b0101, cell(2, 9, 0))).isTrue();
  }

  private static long cell(long tid, long clock, long origin) {
    return tid << 48 | clock << 24 | origin;
  }
}
