package dev.goguard.runtime.internal.goroutine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Guarded
class RegistryTest {

  /** A goroutine that lives until the latch opens. */
  private static final class Waiting extends Goroutine {
    private final CountDownLatch latch;

    Waiting(CountDownLatch latch) {
      this.latch = latch;
    }

    @Override
    protected void body() throws Exception {
      latch.await();
    }

    @Override
    protected void unrecovered(Throwable panic) {
      throw new AssertionError(panic);
    }

    @Override
    protected void end() {}
  }

  @Test
  void find_manyStarted_givesEachThreadItsGoroutineUntilItEnds() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    List<Waiting> goroutines =
        IntStream.range(0, 5000).mapToObj(i -> new Waiting(latch)).toList();
    goroutines.forEach(g -> g.start(null));
    assertThat(goroutines).allMatch(g -> Registry.find(g.thread()) == g);
    assertThat(goroutines).extracting(Goroutine::number).doesNotHaveDuplicates();
    latch.countDown();
    for (Waiting g : goroutines) {
      g.thread().join();
    }
    assertThat(goroutines).allMatch(g -> Registry.find(g.thread()) == null);
  }

  @Test
  void entries_whileSpawnersGrowTheTable_holdEveryGoroutineOnce() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    List<Waiting> mine =
        IntStream.range(0, 500).mapToObj(i -> new Waiting(latch)).toList();
    mine.forEach(g -> g.start(null));
    Thread spawner = Thread.startVirtualThread(
        () -> IntStream.range(0, 20_000).forEach(i -> new Waiting(latch).start(null)));
    while (spawner.isAlive()) {
      assertThat(Registry.entries().stream()
              .map(GoroutineRef::get)
              .filter(new HashSet<>(mine)::contains))
          .hasSize(500);
    }
    latch.countDown();
  }

  @Test
  void find_threadWithoutGoroutine_isNull() {
    assertThat(Registry.find(Thread.currentThread())).isNull();
  }
}
