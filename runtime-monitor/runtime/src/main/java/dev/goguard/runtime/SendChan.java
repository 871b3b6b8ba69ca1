package dev.goguard.runtime;

/**
 * The sending side of a channel: Go's {@code chan<- T}.
 *
 * @param <T> the element type
 */
public sealed interface SendChan<T> permits Chan {

  /**
   * Sends an element, waiting while no receiver is ready and the buffer is full: {@code ch <- v}.
   *
   * <p>A send happens before the completion of the receive that takes its element.
   *
   * @param value the element; may be null
   * @throws GoPanic "send on closed channel", also when the channel is closed during the wait
   * @throws GoInterruptedException when interrupted while waiting; nothing has been sent
   */
  void send(T value);

  /**
   * Sends an element as {@link #send} does, but in the manner of the JDK's blocking methods.
   *
   * @param value the element; may be null
   * @throws GoPanic "send on closed channel", also when the channel is closed during the wait
   * @throws InterruptedException when interrupted on entry or while waiting; nothing has been sent
   *     and the interrupt flag is cleared
   */
  void sendInterruptibly(T value) throws InterruptedException;

  /**
   * Sends an element if that needs no waiting: a {@code select} with a default case.
   *
   * @param value the element; may be null
   * @return whether it was sent; false on a nil channel
   * @throws GoPanic "send on closed channel"
   */
  boolean trySend(T value);

  /**
   * Closes the channel: no more sends. Waiting receivers get nothing, waiting senders panic;
   * elements in the buffer can still be received.
   *
   * <p>Closing happens before a receive that returns because the channel is closed.
   *
   * @throws GoPanic "close of closed channel" or "close of nil channel"
   */
  void close();

  /**
   * Returns a case that sends an element and then runs an action.
   *
   * @param value the element; may be null
   * @param action what to do once it is sent
   * @return the case; never ready on a nil channel
   */
  Select.Case onSend(T value, Runnable action);

  /**
   * Returns the number of elements in the buffer: {@code len(ch)}.
   *
   * @return the number, which may be out of date at once; 0 for a nil channel
   */
  int len();

  /**
   * Returns the size of the buffer: {@code cap(ch)}.
   *
   * @return the capacity; 0 for an unbuffered or a nil channel
   */
  int cap();
}
