package dev.goguard.runtime.internal;

/**
 * What one case of a select asks of a channel or of the clock.
 *
 * <p>The clauses of a loop are changed between its runs, by the goroutine that runs it; those of a
 * select never are, so that any number of goroutines may run it.
 */
public final class Clause {
  private final boolean sends;
  private final boolean timed;
  private Hchan channel; // null for a timeout and for a nil channel
  private Object value;
  private long nanos;
  private boolean enabled = true;

  private Clause(boolean sends, boolean timed, Hchan channel) {
    this.sends = sends;
    this.timed = timed;
    this.channel = channel;
  }

  /** Sends the value; never ready without a channel. */
  public static Clause send(Hchan channel, Object value) {
    Clause clause = new Clause(true, false, channel);
    clause.value = value;
    return clause;
  }

  /** Receives; never ready without a channel. */
  public static Clause receive(Hchan channel) {
    return new Clause(false, false, channel);
  }

  /** Is ready so many nanoseconds after the select has begun. */
  public static Clause after(long nanos) {
    Clause clause = new Clause(false, true, null);
    clause.setNanos(nanos);
    return clause;
  }

  /** Replaces the channel, or makes the clause one that is never ready. */
  public void setChannel(Hchan channel) {
    this.channel = channel;
  }

  /** Replaces the element to send. */
  public void setValue(Object value) {
    this.value = value;
  }

  /** Replaces the time to wait; a negative one counts as none. */
  public void setNanos(long nanos) {
    this.nanos = Math.max(0, nanos);
  }

  /** Lets the clause take part, or not. */
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /** The channel, or null when the clause has none or does not take part. */
  public Hchan channel() {
    return enabled ? channel : null;
  }

  /** Whether it sends; else it receives, or waits. */
  public boolean isSend() {
    return sends;
  }

  Object value() {
    return value;
  }

  boolean isTimeout() {
    return timed && enabled;
  }

  long nanos() {
    return nanos;
  }

  /** Whether it could proceed at once, as far as can be told without the lock. */
  boolean looksReady() {
    Hchan ch = channel();
    if (ch == null) {
      return isTimeout() && nanos == 0;
    }
    return sends ? ch.looksSendable() : ch.looksReceivable();
  }

  /** Whether it can proceed at once, unless everybody queued turns out to be decided elsewhere. */
  boolean readyLocked() {
    Hchan ch = channel();
    if (ch == null) {
      return isTimeout() && nanos == 0;
    }
    return sends ? ch.sendableLocked() : ch.receivableLocked();
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

  /** Does what is asked as the plain operation of its channel, which needs one queue: as in Go. */
  Object await() throws InterruptedException {
    if (!sends) {
      return channel.receive();
    }
    return channel.send(value) ? value : Hchan.CLOSED;
  }

  /** Queues a waiter; the caller holds the channel's lock. */
  void enqueueLocked(Waiter waiter) {
    if (sends) {
      channel.enqueueSenderLocked(waiter);
    } else {
      channel.enqueueReceiverLocked(waiter);
    }
  }

  /** Takes a waiter out of its queue if it is there. */
  void takeOut(Waiter waiter) {
    if (sends) {
      channel.takeOutSender(waiter);
    } else {
      channel.takeOutReceiver(waiter);
    }
  }

  /** As {@link #takeOut}, when the caller holds the channel's lock. */
  void takeOutLocked(Waiter waiter) {
    if (sends) {
      channel.takeOutSenderLocked(waiter);
    } else {
      channel.takeOutReceiverLocked(waiter);
    }
  }
}
