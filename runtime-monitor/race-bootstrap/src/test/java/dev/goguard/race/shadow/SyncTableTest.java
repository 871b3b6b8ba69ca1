package dev.goguard.race.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.race.detector.SyncClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class SyncTableTest {
  @Test
  void equalObjects_haveClocksOfTheirOwn() {
    String one = new String("equal");
    String other = new String("equal");
    assertThat(SyncTable.clockOf(one)).isSameAs(SyncTable.clockOf(one));
    assertThat(SyncTable.clockOf(one)).isNotSameAs(SyncTable.clockOf(other));
  }

  @Test
  void slots_haveClocksOfTheirOwn() {
    assertThat(SyncTable.clockOf(this, 1)).isNotSameAs(SyncTable.clockOf(this, 2));
    assertThat(SyncTable.clockOf(this, 1)).isNotSameAs(SyncTable.clockOf(this));
  }

  @Test
  void objectWithoutRelease_isNotKnown() {
    Object object = new Object();
    assertThat(SyncTable.isKnown(object, 3)).isFalse();
    SyncTable.clockOf(object, 3);
    assertThat(SyncTable.isKnown(object, 3)).isTrue();
  }

  @Test
  void threadsThatAddTheSameObjects_getTheSameClocks() throws Exception {
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      objects.add(new Object());
    }
    Callable<List<SyncClock>> lookups =
        () -> objects.stream().map(SyncTable::clockOf).toList();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<List<SyncClock>> one = pool.submit(lookups);
      Future<List<SyncClock>> other = pool.submit(lookups);
      assertThat(one.get()).isEqualTo(other.get());
      assertThat(lookups.call()).isEqualTo(one.get());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void abstractVariables_areToldApartByName() {
    assertThat(VariableTable.of(this, "map")).isSameAs(VariableTable.of(this, "map"));
    assertThat(VariableTable.of(this, "map")).isNotSameAs(VariableTable.of(this, "iterator"));
  }
}
