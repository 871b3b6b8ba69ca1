package dev.goguard.runtime.internal;

/**
 * The distinct channels of a select in the order of their ids, in which every select locks, so that
 * no two selects can wait for each other.
 */
public final class LockOrder {
  private final Hchan[] channels;
  private int size;

  /** Creates an order with room for so many channels. */
  public LockOrder(int capacity) {
    channels = new Hchan[capacity];
  }

  /** Creates the order in which to lock the channels of the clauses. */
  public static LockOrder of(Clause[] clauses) {
    LockOrder order = new LockOrder(clauses.length);
    order.set(clauses, clauses.length);
    return order;
  }

  /**
   * Replaces the channels by those of the first so many clauses. Selects are short: by insertion.
   */
  public void set(Clause[] clauses, int length) {
    int before = size;
    size = 0;
    for (int i = 0; i < length; i++) {
      Hchan channel = clauses[i].channel();
      if (channel != null) {
        insert(channel);
      }
    }
    for (int i = size; i < before; i++) {
      channels[i] = null;
    }
  }

  private void insert(Hchan channel) {
    int at = size;
    while (at > 0 && channels[at - 1].id() > channel.id()) {
      at--;
    }
    if (at > 0 && channels[at - 1] == channel) {
      return;
    }
    System.arraycopy(channels, at, channels, at + 1, size - at);
    channels[at] = channel;
    size++;
  }

  int size() {
    return size;
  }

  Hchan get(int index) {
    return channels[index];
  }
}
