package dev.goguard.race.detector;

/** The ids of ended threads, those that ended first at the front. */
final class FreeIds {
  private Id[] ids = new Id[64];
  private int front;
  private int size;

  /** An id, the first clock that is not used up, and all that its last owner has released. */
  static final class Id {
    final int tid;
    final int nextClock;
    final VectorClock end;

    Id(int tid, int nextClock, VectorClock end) {
      this.tid = tid;
      this.nextClock = nextClock;
      this.end = end;
    }
  }

  int size() {
    return size;
  }

  void add(int tid, int nextClock, VectorClock end) {
    if (size == ids.length) {
      grow();
    }
    ids[front + size++ & ids.length - 1] = new Id(tid, nextClock, end);
  }

  private void grow() {
    Id[] larger = new Id[ids.length * 2];
    for (int i = 0; i < size; i++) {
      larger[i] = ids[front + i & ids.length - 1];
    }
    ids = larger;
    front = 0;
  }

  /**
   * Whether an id whose last owner's clocks are all known is at the front now. Those that are not
   * known go to the back, so that the next search sees others.
   */
  boolean findCovered(VectorClock known, int limit) {
    for (int i = Math.min(limit, size); i > 0; i--) {
      Id first = ids[front];
      if (known.get(first.tid) >= first.nextClock - 1) {
        return true;
      }
      rotate();
    }
    return false;
  }

  private void rotate() {
    Id first = ids[front];
    ids[front] = null;
    front = front + 1 & ids.length - 1;
    ids[front + size - 1 & ids.length - 1] = first;
  }

  /** Takes out the id at the front. */
  Id remove() {
    Id first = ids[front];
    ids[front] = null;
    front = front + 1 & ids.length - 1;
    size--;
    return first;
  }
}
