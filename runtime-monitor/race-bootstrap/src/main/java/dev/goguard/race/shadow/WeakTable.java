package dev.goguard.race.shadow;

import dev.goguard.race.memory.SpinLock;
import java.lang.ref.WeakReference;

/**
 * Entries for parts of objects, by the object's identity; an entry goes after its object.
 *
 * <p>Lookups take no lock. The table is an array of chains of links that never change: an entry is
 * put in front of its chain, and a table that grows or has lost entries is built anew, of new
 * links, and published through a volatile field. A link's fields are final, so whoever meets it
 * sees its entry complete, though it lies in the array without further order (JLS 17.5). A lookup
 * that fails is repeated under the lock before an entry is added.
 *
 * <p>Entries of dead objects are left out when the table is built anew, so no reference queue is
 * needed, whose lock is hooked. That is done when the table is full, and when a collection has run
 * since the last time, which a reference to garbage tells; but only after so many entries were
 * added that each pays for a few.
 */
abstract class WeakTable<E extends WeakTable.Entry> {
  private static final int SMALLEST = 16;

  private final SpinLock lock = new SpinLock();
  private volatile Link[] chains = new Link[SMALLEST];
  private int size;
  private int sizeBefore;
  private WeakReference<Object> garbage = new WeakReference<>(new Object());

  /** What belongs to a part of an object. */
  abstract static class Entry extends WeakReference<Object> {
    private final int hash;
    private final int part;

    Entry(Object object, int hash, int part) {
      super(object);
      this.hash = hash;
      this.part = part;
    }

    final boolean isOf(Object object, int hash, int part) {
      return this.hash == hash && this.part == part && refersTo(object);
    }
  }

  private record Link(Entry entry, Link next) {}

  abstract E create(Object object, int hash, int part);

  static int hash(Object object, int part) {
    return (System.identityHashCode(object) + part * 31) * 0x9E3779B9;
  }

  final E of(Object object, int hash, int part) {
    E found = find(object, hash, part);
    return found != null ? found : add(object, hash, part);
  }

  /** The entry, or null; one whose making happens before this call is found. */
  final E find(Object object, int hash, int part) {
    Link[] now = chains;
    return find(now[hash & now.length - 1], object, hash, part);
  }

  @SuppressWarnings("unchecked") // all entries come from create
  private E find(Link chain, Object object, int hash, int part) {
    for (Link link = chain; link != null; link = link.next) {
      if (link.entry.isOf(object, hash, part)) {
        return (E) link.entry;
      }
    }
    return null;
  }

  private E add(Object object, int hash, int part) {
    E fresh = create(object, hash, part);
    lock.lock();
    try {
      E found = find(chains[hash & chains.length - 1], object, hash, part);
      return found != null ? found : insert(fresh, hash);
    } finally {
      lock.unlock();
    }
  }

  private E insert(E entry, int hash) {
    if (++size > chains.length || size > SMALLEST + sizeBefore / 4 * 5 && garbage.refersTo(null)) {
      rebuild();
    }
    Link[] now = chains;
    int at = hash & now.length - 1;
    now[at] = new Link(entry, now[at]);
    return entry;
  }

  private void rebuild() {
    int live = 1;
    for (Link chain : chains) {
      for (Link link = chain; link != null; link = link.next) {
        live += link.entry.refersTo(null) ? 0 : 1;
      }
    }
    Link[] anew = new Link[Math.max(SMALLEST, Integer.highestOneBit(live) * 4)];
    size = 1;
    for (Link chain : chains) {
      copy(chain, anew);
    }
    sizeBefore = size;
    garbage = new WeakReference<>(new Object());
    chains = anew;
  }

  private void copy(Link chain, Link[] into) {
    for (Link link = chain; link != null; link = link.next) {
      if (!link.entry.refersTo(null)) {
        int at = link.entry.hash & into.length - 1;
        into[at] = new Link(link.entry, into[at]);
        size++;
      }
    }
  }
}
