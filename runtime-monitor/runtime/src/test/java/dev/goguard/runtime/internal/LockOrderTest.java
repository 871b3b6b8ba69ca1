package dev.goguard.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** The order in which selects lock is that in which the channels were first selected. */
@Guarded
class LockOrderTest {

  @Test
  void id_firstAskedFor_isDrawnThenAndStays() {
    Hchan made = new Hchan(0);
    Hchan selected = new Hchan(0);
    long id = selected.id();
    assertThat(made.id()).isGreaterThan(id);
    assertThat(selected.id()).isEqualTo(id);
  }

  @Test
  void id_askedForBySeveralAtOnce_isTheSameForAll() throws Exception {
    Set<Long> all = new HashSet<>();
    CyclicBarrier barrier = new CyclicBarrier(2);
    for (int round = 0; round < 1000; round++) {
      Hchan channel = new Hchan(0);
      Set<Long> seen = ConcurrentHashMap.newKeySet();
      Thread other = Thread.ofPlatform().start(() -> {
        await(barrier);
        seen.add(channel.id());
      });
      await(barrier);
      seen.add(channel.id());
      other.join();
      assertThat(seen).hasSize(1);
      assertThat(all.addAll(seen)).isTrue();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
