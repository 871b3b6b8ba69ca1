package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** No test allocates much between a put and its get, so that no collection comes between. */
@Guarded
class PoolTest {

  @Test
  void get_empty_isNull() {
    assertThat(new Pool<String>().get()).isNull();
  }

  @Test
  void get_afterPuts_returnsEachOnce() {
    Pool<String> pool = new Pool<>();
    pool.put("a");
    pool.put("b");
    pool.put("c");
    pool.put(null);
    assertThat(List.of(pool.get(), pool.get(), pool.get()))
        .containsExactlyInAnyOrder("a", "b", "c");
    assertThat(pool.get()).isNull();
  }

  @Test
  void get_nothingThere_makesOne() {
    AtomicInteger made = new AtomicInteger();
    Pool<Integer> pool = new Pool<>(made::incrementAndGet);
    assertThat(pool.get()).isEqualTo(1);
    assertThat(pool.get()).isEqualTo(2);
    pool.put(42);
    assertThat(pool.get()).isEqualTo(42);
    assertThat(pool.get()).isEqualTo(3);
  }

  @Test
  void get_supplierFails_throwsIt() {
    Pool<Integer> pool = new Pool<>(() -> {
      throw Go.panic("no");
    });
    assertThatThrownBy(pool::get).hasMessage("no");
  }

  @Test
  void get_putByOthers_isFound() throws Exception {
    Pool<Integer> pool = new Pool<>();
    Set<Integer> expected = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int n = i;
      expected.add(n);
      threads.add(GoStatement.start(() -> pool.put(n)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    for (Integer n = pool.get(); n != null; n = pool.get()) {
      assertThat(seen.add(n)).as("once").isTrue();
    }
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void put_nobodyAsks_isCollected() {
    Pool<Object> pool = new Pool<>();
    List<WeakReference<Object>> references = put(pool, 100);
    while (references.stream().anyMatch(r -> r.get() != null)) {
      System.gc();
    }
    assertThat(pool.get()).isNull();
  }

  @Test
  void get_all_holdsNothingAnyMore() {
    Pool<Object> pool = new Pool<>();
    List<WeakReference<Object>> references = put(pool, 100);
    while (pool.get() != null) {
      // drained
    }
    // Once more in the pool, so that it lives; its stripes must not hold what was taken.
    pool.put("alive");
    while (references.stream().anyMatch(r -> r.get() != null)) {
      System.gc();
    }
    assertThat(pool).isNotNull();
  }

  private static List<WeakReference<Object>> put(Pool<Object> pool, int count) {
    List<WeakReference<Object>> references = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object object = new Object();
      references.add(new WeakReference<>(object));
      pool.put(object);
    }
    return references;
  }

  @Test
  void put_poolForgotten_poolIsCollected() {
    WeakReference<Pool<Object>> reference = forgottenPool();
    while (reference.get() != null) {
      System.gc();
    }
    assertThat(reference.get()).isNull();
  }

  private static WeakReference<Pool<Object>> forgottenPool() {
    Pool<Object> pool = new Pool<>();
    pool.put(new Object());
    return new WeakReference<>(pool);
  }

  @Test
  void stress_ownersNeverMeet() {
    Pool<AtomicInteger> pool = new Pool<>(AtomicInteger::new);
    AtomicInteger violations = new AtomicInteger();
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 10; i++) {
      wg.go(() -> {
        for (int k = 0; k < 5_000; k++) {
          AtomicInteger one = pool.get();
          AtomicInteger two = pool.get();
          if (one == two || one.getAndIncrement() != 0 || two.getAndIncrement() != 0) {
            violations.incrementAndGet();
          }
          one.set(0);
          two.set(0);
          pool.put(one);
          pool.put(two);
        }
      });
    }
    wg.await();
    assertThat(violations).hasValue(0);
  }

  @Test
  void new_noSupplier_isRefused() {
    assertThatThrownBy(() -> new Pool<>(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("supplier");
  }
}
