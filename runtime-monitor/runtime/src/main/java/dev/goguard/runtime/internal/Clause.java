package dev.goguard.runtime.internal;

/**
 * What one case of a select asks of a channel, or, without a channel, of the clock.
 *
 * @param channel the channel; null for a timeout
 * @param sends whether to send; else to receive
 * @param value the element to send, or null
 * @param nanos for a timeout, after how long it is ready
 */
public record Clause(Hchan channel, boolean sends, Object value, long nanos) {

  /** Sends the value. */
  public static Clause send(Hchan channel, Object value) {
    return new Clause(channel, true, value, 0);
  }

  /** Receives. */
  public static Clause receive(Hchan channel) {
    return new Clause(channel, false, null, 0);
  }

  /** Is ready so many nanoseconds after the select has begun. */
  public static Clause after(long nanos) {
    return new Clause(null, false, null, Math.max(0, nanos));
  }

  boolean isTimeout() {
    return channel == null;
  }

  /** Queues a waiter; the caller holds the channel's lock. */
  void enqueueLocked(Waiter waiter) {
    if (sends) {
      channel.enqueueSenderLocked(waiter);
    } else {
      channel.enqueueReceiverLocked(waiter);
    }
  }

  void takeOut(Waiter waiter) {
    if (sends) {
      channel.takeOutSender(waiter);
    } else {
      channel.takeOutReceiver(waiter);
    }
  }

  /** Does what is asked unless that needs waiting: an element, CLOSED or WOULD_BLOCK. */
  Object tryLocked() {
    if (!sends) {
      return channel.tryReceiveLocked();
    }
    if (channel.closedLocked()) {
      return Hchan.CLOSED;
    }
    return channel.trySendLocked(value) ? value : Hchan.WOULD_BLOCK;
  }
}
