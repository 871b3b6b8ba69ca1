package dev.goguard.runtime;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * The receiving side of a channel: Go's {@code <-chan T}.
 *
 * <p>The k-th receive on a channel of capacity C happens before the completion of the (k+C)-th
 * send.
 *
 * @param <T> the element type
 */
public sealed interface RecvChan<T> extends Iterable<T> permits Chan {

  /**
   * Receives an element, waiting for one: {@code <-ch}.
   *
   * @return the element; null when the channel is closed and empty
   * @throws GoInterruptedException when interrupted while waiting; nothing has been received
   */
  T receive();

  /**
   * Receives as {@link #receive} does and tells an element from the end: {@code v, ok := <-ch}.
   *
   * @return the element, or no element once the channel is closed and empty
   * @throws GoInterruptedException when interrupted while waiting; nothing has been received
   */
  Received<T> receiveOk();

  /**
   * Receives an element as {@link #receive} does, but in the manner of the JDK's blocking methods.
   *
   * @return the element; null when the channel is closed and empty
   * @throws InterruptedException when interrupted on entry or while waiting; nothing has been
   *     received and the interrupt flag is cleared
   */
  T receiveInterruptibly() throws InterruptedException;

  /**
   * Receives if that needs no waiting: a {@code select} with a default case.
   *
   * @return the element, or no element once the channel is closed and empty; null when a receive
   *     would have to wait
   */
  Received<T> tryReceive();

  /**
   * Returns an iterator that receives until the channel is closed and empty: {@code range ch}.
   *
   * <p>{@code hasNext} waits for the next element; an iterator belongs to one thread.
   *
   * @return the iterator
   */
  @Override
  Iterator<T> iterator();

  /**
   * Returns a case that receives and hands the element to an action.
   *
   * @param action what to do with the element; it is given null when the channel is closed and
   *     empty
   * @return the case; never ready on a nil channel
   */
  Select.Case onReceive(Consumer<? super T> action);

  /**
   * Returns a case that receives and hands the action what {@link #receiveOk} returns.
   *
   * @param action what to do with the element, or the end
   * @return the case; never ready on a nil channel
   */
  Select.Case onReceiveOk(Consumer<? super Received<T>> action);

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
