package dev.goguard.race.shadow;

import dev.goguard.race.detector.SyncClock;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** The clocks of synchronization objects, by identity; an entry goes when its object does. */
public final class SyncTable {
  private static final int STRIPES = 64;
  private static final SyncTable[] TABLES = new SyncTable[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      TABLES[i] = new SyncTable();
    }
  }

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private Entry[] entries = new Entry[16];
  private int size;

  private static final class Entry extends WeakReference<Object> {
    final int hash;
    final int slot;
    final SyncClock clock = new SyncClock();
    Entry next;

    Entry(Object object, int hash, int slot, ReferenceQueue<Object> queue) {
      super(object, queue);
      this.hash = hash;
      this.slot = slot;
    }
  }

  private SyncTable() {}

  /** The clock of an object. */
  public static SyncClock clockOf(Object object) {
    return clockOf(object, -1);
  }

  /** The clock of one numbered part of an object. */
  public static SyncClock clockOf(Object object, int slot) {
    int hash = (System.identityHashCode(object) + slot * 31) * 0x9E3779B9;
    return TABLES[hash >>> 26].find(object, hash, slot);
  }

  /** Whether a numbered part of an object has had a clock. */
  public static boolean isKnown(Object object, int slot) {
    int hash = (System.identityHashCode(object) + slot * 31) * 0x9E3779B9;
    return TABLES[hash >>> 26].contains(object, hash, slot);
  }

  private synchronized boolean contains(Object object, int hash, int slot) {
    for (Entry entry = entries[hash & entries.length - 1]; entry != null; entry = entry.next) {
      if (entry.hash == hash && entry.slot == slot && entry.refersTo(object)) {
        return true;
      }
    }
    return false;
  }

  private synchronized SyncClock find(Object object, int hash, int slot) {
    for (Entry entry = entries[hash & entries.length - 1]; entry != null; entry = entry.next) {
      if (entry.hash == hash && entry.slot == slot && entry.refersTo(object)) {
        return entry.clock;
      }
    }
    return add(new Entry(object, hash, slot, collected));
  }

  private SyncClock add(Entry entry) {
    removeCollected();
    if (++size > entries.length) {
      grow();
    }
    insert(entries, entry);
    return entry.clock;
  }

  private void grow() {
    Entry[] larger = new Entry[entries.length * 2];
    for (Entry head : entries) {
      for (Entry entry = head; entry != null; ) {
        Entry next = entry.next;
        insert(larger, entry);
        entry = next;
      }
    }
    entries = larger;
  }

  private static void insert(Entry[] table, Entry entry) {
    int at = entry.hash & table.length - 1;
    entry.next = table[at];
    table[at] = entry;
  }

  private void removeCollected() {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      remove((Entry) gone);
    }
  }

  private void remove(Entry gone) {
    int at = gone.hash & entries.length - 1;
    if (entries[at] == gone) {
      entries[at] = gone.next;
      size--;
      return;
    }
    for (Entry entry = entries[at]; entry != null; entry = entry.next) {
      if (entry.next == gone) {
        entry.next = gone.next;
        size--;
        return;
      }
    }
  }
}
