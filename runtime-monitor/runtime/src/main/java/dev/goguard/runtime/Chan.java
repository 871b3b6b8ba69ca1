package dev.goguard.runtime;

import dev.goguard.runtime.internal.Clause;
import dev.goguard.runtime.internal.Hchan;
import dev.goguard.runtime.internal.Wait;
import dev.goguard.runtime.internal.WaitReason;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A channel, through which goroutines pass elements in the order in which they are sent.
 *
 * <p>Waiting senders and receivers are served first come, first served. To hand out one side only,
 * declare it as {@link SendChan} or {@link RecvChan}. See "Channel types" in the Go specification
 * and "Channel communication" in the Go memory model.
 *
 * @param <T> the element type
 */
public final class Chan<T> implements SendChan<T>, RecvChan<T> {
  /** The longest array that every JVM can be expected to make, if it has the memory. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  private static final Chan<?> NIL = new Chan<>(null);

  private final Hchan core; // null in the nil channel

  private Chan(Hchan core) {
    this.core = core;
  }

  /**
   * Makes an unbuffered channel, on which a send waits for its receive: {@code make(chan T)}.
   *
   * @param <T> the element type
   * @return the channel
   */
  public static <T> Chan<T> make() {
    return make(0);
  }

  /**
   * Makes a channel with a buffer: {@code make(chan T, capacity)}.
   *
   * @param capacity how many elements can be sent before a send has to wait
   * @param <T> the element type
   * @return the channel
   * @throws GoPanic "makechan: size out of range" when the capacity is negative, or more than the
   *     JVM has arrays for
   */
  public static <T> Chan<T> make(int capacity) {
    if (capacity < 0 || capacity > MAX_CAPACITY) {
      throw new GoPanic("makechan: size out of range");
    }
    return new Chan<>(new Hchan(capacity));
  }

  /** What a channel works on; null for the nil channel and for none. */
  static Hchan core(Object channel) {
    return channel == null ? null : ((Chan<?>) channel).core;
  }

  /** A channel with a core of its own kind. */
  static <T> Chan<T> of(Hchan core) {
    return new Chan<>(core);
  }

  /**
   * Returns the nil channel, on which sends and receives wait for ever and which disables a case.
   *
   * @param <T> the element type
   * @return the nil channel, always the same
   */
  @SuppressWarnings("unchecked") // no element ever passes through it
  public static <T> Chan<T> nil() {
    return (Chan<T>) NIL;
  }

  @Override
  public void send(T value) {
    try {
      doSend(value);
    } catch (InterruptedException e) {
      throw new GoInterruptedException(e);
    }
  }

  @Override
  public void sendInterruptibly(T value) throws InterruptedException {
    Interrupts.check();
    try {
      doSend(value);
    } catch (InterruptedException e) {
      throw Interrupts.cleared(e);
    }
  }

  private void doSend(T value) throws InterruptedException {
    if (core == null) {
      Wait.forever(WaitReason.CHAN_SEND_NIL);
    } else if (!core.send(value)) {
      throw sendOnClosed();
    }
  }

  @Override
  public boolean trySend(T value) {
    if (core == null) {
      return false;
    }
    Object sent = core.trySend(value);
    if (sent == Hchan.CLOSED) {
      throw sendOnClosed();
    }
    return sent != Hchan.WOULD_BLOCK;
  }

  @Override
  public T receive() {
    return element(doReceive());
  }

  @Override
  public Received<T> receiveOk() {
    return received(doReceive());
  }

  @Override
  public T receiveInterruptibly() throws InterruptedException {
    Interrupts.check();
    try {
      return element(awaitElement());
    } catch (InterruptedException e) {
      throw Interrupts.cleared(e);
    }
  }

  private Object doReceive() {
    try {
      return awaitElement();
    } catch (InterruptedException e) {
      throw new GoInterruptedException(e);
    }
  }

  private Object awaitElement() throws InterruptedException {
    if (core == null) {
      Wait.forever(WaitReason.CHAN_RECEIVE_NIL);
    }
    return core.receive();
  }

  @Override
  public Received<T> tryReceive() {
    Object value = core == null ? Hchan.WOULD_BLOCK : core.tryReceive();
    return value == Hchan.WOULD_BLOCK ? null : received(value);
  }

  @Override
  public int receiveMany(Collection<? super T> into, int max) {
    try {
      return awaitMany(into, max);
    } catch (InterruptedException e) {
      throw new GoInterruptedException(e);
    }
  }

  @Override
  public int receiveManyInterruptibly(Collection<? super T> into, int max)
      throws InterruptedException {
    Interrupts.check();
    try {
      return awaitMany(into, max);
    } catch (InterruptedException e) {
      throw Interrupts.cleared(e);
    }
  }

  private int awaitMany(Collection<? super T> into, int max) throws InterruptedException {
    Batch<T> batch = new Batch<>(core, into, max);
    if (!batch.takeReady()) {
      batch.add(awaitElement());
      batch.takeReady();
    }
    return batch.size();
  }

  @Override
  public int drainTo(Collection<? super T> into, int max) {
    Batch<T> batch = new Batch<>(core, into, max);
    batch.takeReady();
    return batch.size();
  }

  @Override
  public void forEach(Consumer<? super T> action) {
    Objects.requireNonNull(action);
    for (Object value = doReceive(); value != Hchan.CLOSED; value = doReceive()) {
      action.accept(element(value));
    }
  }

  @Override
  public void close() {
    if (core == null) {
      throw new GoPanic("close of nil channel");
    }
    if (!core.close()) {
      throw new GoPanic("close of closed channel");
    }
  }

  @Override
  public Iterator<T> iterator() {
    return new ChanIterator<>(this);
  }

  @Override
  public Select.Case onReceive(Consumer<? super T> action) {
    Objects.requireNonNull(action);
    return new Select.Case(receiveClause(), value -> action.accept(element(value)));
  }

  @Override
  public Select.Case onReceiveOk(Consumer<? super Received<T>> action) {
    Objects.requireNonNull(action);
    return new Select.Case(receiveClause(), value -> action.accept(received(value)));
  }

  private Clause receiveClause() {
    return Clause.receive(core);
  }

  @Override
  public Select.Case onSend(T value, Runnable action) {
    Objects.requireNonNull(action);
    return new Select.Case(Clause.send(core, value), sent -> sent(sent, action));
  }

  private static void sent(Object sent, Runnable action) {
    if (sent == Hchan.CLOSED) {
      throw sendOnClosed();
    }
    action.run();
  }

  static GoPanic sendOnClosed() {
    return new GoPanic("send on closed channel");
  }

  @SuppressWarnings("unchecked") // only elements are sent, and CLOSED is not one
  static <T> T element(Object value) {
    return value == Hchan.CLOSED ? null : (T) value;
  }

  private Received<T> received(Object value) {
    return new Received<>(element(value), value != Hchan.CLOSED);
  }

  @Override
  public int len() {
    return core == null ? 0 : core.len();
  }

  @Override
  public int cap() {
    return core == null ? 0 : core.cap();
  }

  @Override
  public String toString() {
    return core == null ? "chan(nil)" : "chan(len=" + len() + ", cap=" + cap() + ")";
  }
}
