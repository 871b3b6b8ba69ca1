package dev.goguard.race.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.race.context.HeldLock;
import org.junit.jupiter.api.Test;

class PlacePairsTest {
  private final PlacePairs pairs = new PlacePairs();

  private static Side at(StackTraceElement... frames) {
    return new Side(true, false, null, frames, true, new HeldLock[0], frames);
  }

  private static StackTraceElement line(int line) {
    return new StackTraceElement("shop.Stats", "add", "Stats.java", line);
  }

  private static StackTraceElement jdk() {
    return new StackTraceElement(
        null, "java.base", "25", "java.util.HashMap", "forEach", "HashMap.java", 1);
  }

  private boolean add(String variable, Side access, Side previous) {
    return pairs.add(new Race(variable, access, previous, null));
  }

  @Test
  void add_samePlacesInAnyOrder_areNewOnce() {
    assertThat(add("Stats.hits", at(line(1)), at(line(2)))).isTrue();
    assertThat(add("Stats.hits", at(line(2)), at(line(1)))).isFalse();
    assertThat(add("Stats.hits", at(line(1)), at(line(1)))).isTrue();
  }

  @Test
  void add_otherVariable_isNew() {
    assertThat(add("Stats.hits", at(line(1)), at(line(2)))).isTrue();
    assertThat(add("Stats.misses", at(line(1)), at(line(2)))).isTrue();
  }

  @Test
  void add_otherElementOfAnArray_isNotNew() {
    assertThat(add("Stats.all[1]", at(line(1)), at(line(2)))).isTrue();
    assertThat(add("Stats.all[2]", at(line(1)), at(line(2)))).isFalse();
  }

  @Test
  void add_sameMethodOfTheJdkFromOtherPlaces_isNew() {
    assertThat(add("HashMap", at(jdk(), line(1)), at(line(3)))).isTrue();
    assertThat(add("HashMap", at(jdk(), line(2)), at(line(3)))).isTrue();
    assertThat(add("HashMap", at(jdk(), line(2)), at(line(3)))).isFalse();
  }

  @Test
  void add_unknownPlace_isAlwaysNew() {
    assertThat(add("Stats.hits", at(), at(line(1)))).isTrue();
    assertThat(add("Stats.hits", at(), at(line(1)))).isTrue();
  }
}
