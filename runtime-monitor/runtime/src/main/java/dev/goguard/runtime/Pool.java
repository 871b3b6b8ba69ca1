package dev.goguard.runtime;

import dev.goguard.runtime.internal.PoolCache;
import dev.goguard.runtime.internal.SyncEvents;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A set of objects that are not in use, to be used again: Go's {@code sync.Pool}.
 *
 * <p>What is in the pool may vanish at any time: an object that nobody asks for is let go by the
 * second garbage collection after it was put. Nothing is promised about which object {@link #get}
 * returns, and an object must not be put twice, nor used after it was put. For objects that are
 * costly to make and large; a collector deals with small ones better than a pool.
 *
 * <p>A {@link #put} happens before the {@link #get} that returns the object.
 *
 * @param <T> the type of the objects
 */
public final class Pool<T> {
  /** The slot of a pooled object's clock, so that it is none of the object's own. */
  private static final int SLOT = 0;

  private final PoolCache<T> cache = new PoolCache<>();
  private final Supplier<? extends T> supplier;

  /** Creates a pool that makes nothing. */
  public Pool() {
    this(() -> null);
  }

  /**
   * Creates a pool.
   *
   * @param supplier makes an object when the pool has none; called by {@link #get} in its thread,
   *     by any number of threads at once
   */
  public Pool(Supplier<? extends T> supplier) {
    this.supplier =
        Objects.requireNonNull(supplier, "supplier; a pool that makes nothing is new Pool<>()");
  }

  /**
   * Takes an object out of the pool, or makes one.
   *
   * @return the object; null if there is none and none was made
   */
  public T get() {
    T object = cache.poll();
    if (object == null) {
      return supplier.get();
    }
    SyncEvents.acquire(Thread.currentThread(), object, SLOT);
    return object;
  }

  /**
   * Puts an object into the pool.
   *
   * @param object what the caller uses no more; null is ignored
   */
  public void put(T object) {
    if (object != null) {
      SyncEvents.release(Thread.currentThread(), object, SLOT);
      cache.offer(object);
    }
  }
}
