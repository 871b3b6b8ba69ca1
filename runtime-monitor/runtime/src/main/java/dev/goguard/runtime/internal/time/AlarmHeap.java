package dev.goguard.runtime.internal.time;

import java.util.Arrays;

/**
 * Alarms by their time: a heap of four children per node, as Go's, for one thread.
 *
 * <p>Four children make the heap half as deep as two do, and they share a cache line: the times
 * stand in an array of their own, so sifting touches no alarm.
 */
final class AlarmHeap {
  private static final int ARITY = 4;

  private long[] times = new long[64];
  private QueuedAlarm[] alarms = new QueuedAlarm[64];
  private int size;

  int size() {
    return size;
  }

  /** When the first alarm goes off; {@link Clock#NEVER} when there is none. */
  long earliest() {
    return size == 0 ? Clock.NEVER : times[0];
  }

  void add(QueuedAlarm alarm) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      alarms = Arrays.copyOf(alarms, 2 * size);
    }
    siftUp(size++, alarm);
  }

  /** Takes out the first alarm; there is one. */
  QueuedAlarm poll() {
    QueuedAlarm first = alarms[0];
    QueuedAlarm last = alarms[--size];
    alarms[size] = null;
    if (size > 0) {
      siftDown(0, last);
    }
    return first;
  }

  /** Drops the alarms that are over and tells how many those were. */
  int sweep() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!alarms[i].isOver()) {
        put(kept++, alarms[i]);
      }
    }
    int dropped = size - kept;
    Arrays.fill(alarms, kept, size, null);
    size = kept;
    for (int i = (size - 2) / ARITY; i >= 0 && size > 1; i--) {
      siftDown(i, alarms[i]);
    }
    return dropped;
  }

  private void put(int at, QueuedAlarm alarm) {
    times[at] = alarm.when();
    alarms[at] = alarm;
  }

  private void siftUp(int from, QueuedAlarm alarm) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) / ARITY;
      if (times[parent] <= alarm.when()) {
        break;
      }
      put(at, alarms[parent]);
      at = parent;
    }
    put(at, alarm);
  }

  private void siftDown(int from, QueuedAlarm alarm) {
    int at = from;
    for (int child = leastChild(at); child < size; child = leastChild(at)) {
      if (times[child] >= alarm.when()) {
        break;
      }
      put(at, alarms[child]);
      at = child;
    }
    put(at, alarm);
  }

  /** The child that goes off first; beyond the end when there is none. */
  private int leastChild(int parent) {
    int least = ARITY * parent + 1;
    int end = Math.min(size, least + ARITY);
    for (int i = least + 1; i < end; i++) {
      if (times[i] < times[least]) {
        least = i;
      }
    }
    return least;
  }
}
