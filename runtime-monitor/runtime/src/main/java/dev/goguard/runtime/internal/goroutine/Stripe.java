package dev.goguard.runtime.internal.goroutine;

import dev.goguard.runtime.internal.SpinLock;
import java.util.List;

/** One part of the registry: a hash table with a lock of its own, chained through its entries. */
final class Stripe extends SpinLock {
  /** Keeps the lock of the next stripe off this one's cache line; never read. */
  @SuppressWarnings("unused")
  private long pad1, pad2, pad3, pad4, pad5, pad6, pad7, pad8;

  // guarded by this lock
  private GoroutineRef[] table = new GoroutineRef[8];
  private int size;

  void add(GoroutineRef ref, int hash) {
    lock();
    try {
      if (size == table.length) {
        grow();
      }
      int bucket = hash & (table.length - 1);
      ref.next = table[bucket];
      table[bucket] = ref;
      size++;
    } finally {
      unlock();
    }
  }

  /** Doubles the table: the only long section under the lock, some ten nanoseconds per entry. */
  private void grow() {
    GoroutineRef[] old = table;
    GoroutineRef[] wide = new GoroutineRef[old.length * 2];
    for (GoroutineRef chain : old) {
      for (GoroutineRef ref = chain; ref != null; ) {
        GoroutineRef following = ref.next;
        int bucket = Registry.hash(ref.threadId) & (wide.length - 1);
        ref.next = wide[bucket];
        wide[bucket] = ref;
        ref = following;
      }
    }
    table = wide;
  }

  /** Takes a thread's entry out, if it is still there. */
  void remove(long threadId, int hash) {
    lock();
    try {
      int bucket = hash & (table.length - 1);
      GoroutineRef before = null;
      for (GoroutineRef ref = table[bucket]; ref != null; before = ref, ref = ref.next) {
        if (ref.threadId == threadId) {
          unlink(bucket, before, ref);
          return;
        }
      }
    } finally {
      unlock();
    }
  }

  private void unlink(int bucket, GoroutineRef before, GoroutineRef ref) {
    if (before == null) {
      table[bucket] = ref.next;
    } else {
      before.next = ref.next;
    }
    size--;
  }

  GoroutineRef find(long threadId, int hash) {
    lock();
    try {
      GoroutineRef ref = table[hash & (table.length - 1)];
      while (ref != null && ref.threadId != threadId) {
        ref = ref.next;
      }
      return ref;
    } finally {
      unlock();
    }
  }

  int size() {
    lock();
    try {
      return size;
    } finally {
      unlock();
    }
  }

  /** Appends all entries: they may be looked at without the lock, but for their links. */
  void copyTo(List<GoroutineRef> refs) {
    lock();
    try {
      for (GoroutineRef chain : table) {
        for (GoroutineRef ref = chain; ref != null; ref = ref.next) {
          refs.add(ref);
        }
      }
    } finally {
      unlock();
    }
  }
}
