package dev.goguard.race.detector;

/** The earlier accesses with which one access of a thread races. */
final class RaceBuffer {
  private static final int MOST = 16;

  private long access;
  private long[] earlier;
  private int size;

  /** Another race of {@code access}; very many of one access are not kept. */
  void add(long accessNow, long earlierAccess) {
    if (earlier == null) {
      earlier = new long[MOST];
    }
    access = accessNow;
    if (size < MOST) {
      earlier[size++] = earlierAccess;
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  long access() {
    return access;
  }

  long earlier(int index) {
    return earlier[index];
  }

  void clear() {
    size = 0;
  }
}
