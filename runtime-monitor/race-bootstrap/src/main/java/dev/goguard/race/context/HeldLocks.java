package dev.goguard.race.context;

import java.util.Arrays;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;

/**
 * The locks that a thread holds, in the order of acquisition; used by that thread only.
 *
 * <p>Beside each lock stands a hash of it and of all below it: so the whole set costs nothing at an
 * access. Locks beyond a depth that no report needs are counted only. A program that recurses with
 * a lock leaves those first that were kept, so the count lives longer than the list.
 */
public final class HeldLocks {
  private static final int MAX_DEPTH = 64;
  private static final String JDK_LOCKS = "java.util.concurrent.locks.";
  private static final Object[] NO_LOCKS = {};

  private Object[] locks = NO_LOCKS;
  private int[] acquired;
  private long[] hashes;
  private int depth;
  private int notKept;

  /** The thread holds {@code lock}, once more perhaps. */
  public void push(Object lock, int acquiredAt) {
    if (depth == locks.length && !grow()) {
      notKept++;
      return;
    }
    locks[depth] = lock;
    acquired[depth] = acquiredAt;
    long own = (long) acquiredAt << 32 | lock.getClass().hashCode() & 0xFFFFFFFFL;
    hashes[depth] = (hash() + own) * 0xD6E8FEB86659FD93L;
    depth++;
  }

  private boolean grow() {
    if (depth == MAX_DEPTH) {
      return false;
    }
    int length = Math.max(4, depth * 2);
    acquired = depth == 0 ? new int[length] : Arrays.copyOf(acquired, length);
    hashes = depth == 0 ? new long[length] : Arrays.copyOf(hashes, length);
    locks = Arrays.copyOf(locks, length);
    return true;
  }

  /** Whether the thread holds {@code lock}; while it holds some that are not kept, perhaps. */
  public boolean isHeld(Object lock) {
    int at = depth - 1;
    while (at >= 0 && locks[at] != lock) {
      at--;
    }
    return at >= 0 || notKept > 0;
  }

  /** The thread gives up {@code lock}, which need not be the last it acquired. */
  public void pop(Object lock) {
    int at = depth - 1;
    while (at >= 0 && locks[at] != lock) {
      at--;
    }
    if (at >= 0) {
      remove(at);
    } else if (notKept > 0) {
      notKept--;
    }
  }

  private void remove(int at) {
    int above = depth - at - 1;
    depth = at;
    for (int i = at + 1; i <= at + above; i++) {
      Object lock = locks[i];
      push(lock, acquired[i]);
    }
    locks[depth] = null;
  }

  /** A number for the locks with the places of their acquisition; 0 for none. */
  long hash() {
    return depth == 0 ? 0 : hashes[depth - 1];
  }

  /** What a report says of them; the last acquired comes first. */
  HeldLock[] describe() {
    HeldLock[] all = new HeldLock[depth];
    for (int i = 0; i < depth; i++) {
      all[depth - 1 - i] = new HeldLock(name(locks[i]), acquired[i]);
    }
    return all;
  }

  private static String name(Object lock) {
    if (lock instanceof Class<?> type) {
      return type.getName() + ".class";
    }
    String name = lock.getClass().getName();
    boolean inner = lock instanceof AbstractOwnableSynchronizer && name.startsWith(JDK_LOCKS);
    return inner ? name.substring(0, name.indexOf('$')) : name;
  }
}
