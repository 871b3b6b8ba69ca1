package dev.goguard.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

@Guarded
class PoolCacheTest {

  @Test
  void turn_once_keepsObjectsAsVictims() {
    PoolCache<String> cache = filled(100);
    assertThat(cache.turn()).isTrue();
    assertThat(cache.poll()).isEqualTo("c");
  }

  @Test
  void turn_twice_dropsWhatNobodyTook() {
    PoolCache<String> cache = filled(100);
    cache.turn();
    assertThat(cache.turn()).as("anything fresh").isFalse();
    assertThat(cache.poll()).isNull();
  }

  @Test
  void poll_freshAndVictims_takesFreshOnesFirst() {
    PoolCache<String> cache = filled(1);
    cache.turn();
    cache.offer("fresh");
    assertThat(cache.poll()).isEqualTo("fresh");
    assertThat(cache.poll()).isEqualTo("c");
    assertThat(cache.poll()).isNull();
  }

  private static PoolCache<String> filled(int count) {
    PoolCache<String> cache = new PoolCache<>();
    for (int i = 0; i < count; i++) {
      cache.offer("c");
    }
    return cache;
  }

  @Test
  void stack_onePusherManyPoppers_losesAndDoublesNothing() throws Exception {
    int count = 20_000;
    PoolStack<Integer> stack = new PoolStack<>();
    AtomicIntegerArray seen = new AtomicIntegerArray(count);
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> poppers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      poppers.add(Thread.startVirtualThread(() -> {
        while (!stop.get()) {
          count(stack.pop(), seen);
          Thread.yield();
        }
      }));
    }
    for (int i = 0; i < count; i++) {
      stack.push(i);
      if (i % 10 == 0) {
        count(stack.pop(), seen);
      }
    }
    stop.set(true);
    for (Thread popper : poppers) {
      popper.join();
    }
    for (Integer rest = stack.pop(); rest != null; rest = stack.pop()) {
      count(rest, seen);
    }
    for (int i = 0; i < count; i++) {
      assertThat(seen.get(i)).as("%d", i).isEqualTo(1);
    }
  }

  private static void count(Integer popped, AtomicIntegerArray seen) {
    if (popped != null) {
      seen.incrementAndGet(popped);
    }
  }
}
