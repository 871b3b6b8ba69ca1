package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** That ConcurrentHashMap does what is documented of it in place of {@code sync.Map}. */
@Guarded
class SyncMapTest {
  private final ConcurrentHashMap<Long, Long> map = new ConcurrentHashMap<>();

  @Test
  void operations_random_matchAGuardedMap(TestReporter reporter) {
    SplittableRandom random = new Seed(reporter).next();
    Map<Long, Long> model = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(16);
      long value = random.nextInt(4);
      long other = random.nextInt(4);
      int operation = random.nextInt(8);
      assertThat(apply(map, operation, key, value, other))
          .as("step %d", i)
          .isEqualTo(applyToModel(model, operation, key, value, other));
    }
    assertThat(map).isEqualTo(model);
  }

  private static Object apply(
      ConcurrentHashMap<Long, Long> map, int operation, Long key, Long value, Long other) {
    return switch (operation) {
      case 0 -> map.get(key); // Load
      case 1 -> map.put(key, value); // Store, Swap
      case 2 -> map.putIfAbsent(key, value); // LoadOrStore
      case 3, 4 -> map.remove(key); // LoadAndDelete, Delete
      case 5 -> map.replace(key, value, other); // CompareAndSwap
      case 6 -> map.remove(key, value); // CompareAndDelete
      default -> map.containsKey(key);
    };
  }

  private static Object applyToModel(
      Map<Long, Long> model, int operation, Long key, Long value, Long other) {
    Long present = model.get(key);
    switch (operation) {
      case 1 -> model.put(key, value);
      case 2 -> model.put(key, present == null ? value : present);
      case 3, 4 -> model.remove(key);
      case 5 -> {
        if (Objects.equals(present, value)) {
          model.put(key, other);
        }
        return Objects.equals(present, value);
      }
      case 6 -> {
        if (Objects.equals(present, value)) {
          model.remove(key);
        }
        return Objects.equals(present, value);
      }
      case 7 -> {
        return present != null;
      }
      default -> {}
    }
    return present;
  }

  @Test
  void range_whileOthersStore_visitsEachKeyOnce() {
    long size = 1 << 10;
    for (long n = 1; n <= size; n++) {
      map.put(n, n);
    }
    AtomicBoolean stop = new AtomicBoolean();
    WaitGroup wg = new WaitGroup();
    wg.go(() -> {
      for (long i = 0; !stop.get(); i++) {
        map.put(1 + i % size, (1 + i % size) * i);
        Thread.yield();
      }
    });
    for (int i = 0; i < 16; i++) {
      Set<Long> seen = new HashSet<>();
      map.forEach((key, value) -> {
        assertThat(value % key).isZero();
        assertThat(seen.add(key)).as("visited once").isTrue();
      });
      assertThat(seen).hasSize((int) size);
    }
    stop.set(true);
    wg.await();
  }

  @Test
  void range_nestedWithChanges_seesThemAndEndsEmpty() {
    for (long i = 0; i < 3; i++) {
      map.put(i, i);
    }
    for (long key : map.keySet()) {
      for (long inner : map.keySet()) {
        assertThat(map.get(inner)).isEqualTo(inner);
        assertThat(map.putIfAbsent(42L, 0L)).isNull();
        map.put(42L, 1L);
        assertThat(map.remove(42L)).isEqualTo(1L);
      }
      map.remove(key);
    }
    assertThat(map).isEmpty();
  }

  @Test
  void compareAndSwap_missingKey_fails() {
    assertThat(map.replace(1L, 1L, 42L)).isFalse();
    assertThat(map).isEmpty();
  }

  @Test
  void delete_key_letsGoOfIt() {
    ConcurrentHashMap<Object, Object> objects = new ConcurrentHashMap<>();
    objects.put("other", "value");
    WeakReference<Object> key = storedAndDeleted(objects);
    while (key.get() != null) {
      System.gc();
    }
    assertThat(objects).hasSize(1);
  }

  private static WeakReference<Object> storedAndDeleted(ConcurrentHashMap<Object, Object> map) {
    Object key = new Object();
    map.put(key, "value");
    map.remove(key);
    return new WeakReference<>(key);
  }

  @Test
  void clear_whileOthersStoreAndLoad_endsEmpty() {
    AtomicBoolean wrong = new AtomicBoolean();
    WaitGroup wg = new WaitGroup();
    for (long i = 0; i < 10; i++) {
      long key = i;
      wg.go(() -> map.put(key, key * 10));
      wg.go(() -> wrong.compareAndSet(false, map.getOrDefault(key, key * 10) != key * 10));
      wg.go(map::clear);
    }
    wg.await();
    assertThat(wrong).isFalse();
    map.clear();
    assertThat(map).isEmpty();
  }
}
