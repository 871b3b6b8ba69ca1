package dev.goguard.runtime;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Receives until the end, one element ahead. */
final class ChanIterator<T> implements Iterator<T> {
  private final RecvChan<T> channel;
  private Received<T> next; // null when not received yet

  ChanIterator(RecvChan<T> channel) {
    this.channel = channel;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = channel.receiveOk();
    }
    return next.ok();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("channel is closed");
    }
    T value = next.value();
    next = null;
    return value;
  }
}
