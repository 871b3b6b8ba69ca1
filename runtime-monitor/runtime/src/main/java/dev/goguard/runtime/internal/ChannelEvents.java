package dev.goguard.runtime.internal;

/**
 * The happens-before edges of one transfer through a channel.
 *
 * <p>The Go memory model: a send is before the completion of its receive; the k-th receive is
 * before the completion of the (k+C)-th send on a channel of capacity C. Slot k mod C of the ring
 * carries both. The running side speaks for the parked one, whose clock stands still.
 */
final class ChannelEvents {
  private ChannelEvents() {}

  /** One goroutine fills or empties a slot. */
  static void throughSlot(Thread thread, Object channel, int slot) {
    SyncEvents.acquire(thread, channel, slot);
    SyncEvents.release(thread, channel, slot);
  }

  /** The current goroutine sends to a parked receiver. */
  static void handOffTo(Thread receiver, ChannelState channel, int slot) {
    if (channel.cap() == 0) {
      rendezvous(receiver, channel);
    } else {
      throughSlot(Thread.currentThread(), channel, slot);
      throughSlot(receiver, channel, slot);
    }
  }

  /** Both sides of an unbuffered channel learn what the other has done. */
  static void rendezvous(Thread parked, ChannelState channel) {
    Thread current = Thread.currentThread();
    SyncEvents.release(current, channel, 0);
    throughSlot(parked, channel, 0);
    SyncEvents.acquire(current, channel, 0);
  }
}
