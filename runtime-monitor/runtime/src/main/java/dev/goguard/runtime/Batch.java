package dev.goguard.runtime;

import dev.goguard.runtime.internal.Hchan;
import java.util.Collection;
import java.util.Objects;

/** Elements on their way from a channel into a collection, which is not touched under the lock. */
final class Batch<T> {
  private static final int CHUNK = 64; // keeps short how long others wait for the lock

  private final Hchan core; // null for the nil channel
  private final Collection<? super T> into;
  private final int max;
  private final Object[] chunk;
  private int size;

  Batch(Hchan core, Collection<? super T> into, int max) {
    if (max <= 0) {
      throw new IllegalArgumentException("max must be positive: " + max);
    }
    this.core = core;
    this.into = Objects.requireNonNull(into);
    this.max = max;
    this.chunk = new Object[Math.min(max, CHUNK)];
  }

  int size() {
    return size;
  }

  /** Adds an element, or nothing for the end. */
  void add(Object value) {
    if (value != Hchan.CLOSED) {
      into.add(Chan.element(value));
      size++;
    }
  }

  /** Takes what can be had without waiting; false when there is nothing. */
  boolean takeReady() {
    int taken = core == null ? 0 : takeChunk();
    boolean some = taken > 0;
    while (taken == chunk.length) {
      taken = takeChunk();
    }
    return some;
  }

  private int takeChunk() {
    int room = Math.min(max - size, chunk.length);
    int taken = room == 0 ? 0 : core.tryReceiveMany(chunk, room);
    for (int i = 0; i < taken; i++) {
      add(chunk[i]);
      chunk[i] = null;
    }
    return taken;
  }
}
