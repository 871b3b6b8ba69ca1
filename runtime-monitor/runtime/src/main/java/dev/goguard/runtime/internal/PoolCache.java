package dev.goguard.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;

/**
 * The objects of a pool, in two generations: those put since the last garbage collection and, as
 * victims, those put before it that nobody has taken since. The next collection drops the victims.
 *
 * <p>The collector is noticed by an object that nothing holds: when it has been collected, a
 * cleaner turns the generations and leaves another such object behind, as long as the cache has
 * anything to drop. The cleaner holds the cache weakly.
 *
 * <p>A put or get that has read a generation before it is turned may finish its work in it. What it
 * puts is then a victim at once, or lost, which a pool may do.
 */
public final class PoolCache<T> {
  private static final Cleaner CLEANER = Cleaner.create();

  private static final VarHandle FRESH;
  private static final VarHandle ARMED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      FRESH = lookup.findVarHandle(PoolCache.class, "fresh", PoolStripes.class);
      ARMED = lookup.findVarHandle(PoolCache.class, "armed", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  // Volatile, so that whoever reads a generation sees its stripes; null while there is none.
  private volatile PoolStripes<T> fresh;
  private volatile PoolStripes<T> victims;

  /** Whether an object waits for the collector on behalf of this cache. */
  private volatile boolean armed;

  /** Creates an empty cache. */
  public PoolCache() {}

  /** Takes an object, rather a fresh one so that victims grow old; null when there is none. */
  public T poll() {
    T object = pollFrom(fresh);
    return object == null ? pollFrom(victims) : object;
  }

  private T pollFrom(PoolStripes<T> generation) {
    return generation == null ? null : generation.poll();
  }

  /** Puts an object. */
  public void offer(T object) {
    PoolStripes<T> generation = fresh;
    if (generation == null) {
      generation = newGeneration();
    }
    generation.offer(object);
  }

  @SuppressWarnings("unchecked")
  private PoolStripes<T> newGeneration() {
    PoolStripes<T> created = new PoolStripes<>();
    // Volatile: publishes the stripes; of several that try at once the first is used by all.
    PoolStripes<T> first = (PoolStripes<T>) FRESH.compareAndExchange(this, null, created);
    arm();
    return first == null ? created : first;
  }

  private void arm() {
    if (ARMED.compareAndSet(this, false, true)) {
      awaitCollection(new WeakReference<>(this));
    }
  }

  private static void awaitCollection(WeakReference<PoolCache<?>> cache) {
    CLEANER.register(new Object(), () -> collected(cache));
  }

  private static void collected(WeakReference<PoolCache<?>> reference) {
    PoolCache<?> cache = reference.get();
    if (cache != null && cache.turn()) {
      awaitCollection(reference);
    }
  }

  /** Makes victims of what is fresh; false, without being armed any more, when nothing was. */
  @SuppressWarnings("unchecked")
  boolean turn() {
    PoolStripes<T> old = (PoolStripes<T>) FRESH.getAndSet(this, null);
    victims = old;
    if (old != null) {
      return true;
    }
    armed = false;
    // Somebody may have put before this, and found the cache armed. Both accesses being volatile,
    // either that one sees false or this one sees the generation.
    return fresh != null && ARMED.compareAndSet(this, false, true);
  }
}
