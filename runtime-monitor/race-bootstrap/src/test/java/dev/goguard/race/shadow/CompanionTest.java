package dev.goguard.race.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.race.detector.SyncClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class CompanionTest {
  private static final int OBJECTS = 50_000;

  private final Companion companion = Companion.of(Instrumented.class, "value");

  /** As the agent leaves a class with a volatile field. */
  private static final class Instrumented {
    volatile int value;
    SyncClock gg$v$value;
  }

  @Test
  void threadsThatNeedAClockAtOnce_getTheSame() throws Exception {
    List<Instrumented> objects = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      objects.add(new Instrumented());
    }
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<List<SyncClock>> lookups = () -> {
      start.await();
      return objects.stream().map(companion::clock).toList();
    };
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<List<SyncClock>> one = pool.submit(lookups);
      Future<List<SyncClock>> other = pool.submit(lookups);
      assertThat(one.get()).isEqualTo(other.get());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void clock_isThatOfTheCompanionField() {
    Instrumented object = new Instrumented();
    assertThat(object.value).isZero();
    assertThat(companion.clock(object)).isNotNull().isSameAs(object.gg$v$value);
  }
}
