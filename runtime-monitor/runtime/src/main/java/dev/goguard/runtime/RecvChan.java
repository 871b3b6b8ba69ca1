package dev.goguard.runtime;

import java.util.Collection;
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
   * Receives up to so many elements, waiting only for the first: at least one, and then those that
   * can be had at once. They are one goroutine's receives in a row, at the price of about one.
   *
   * @param into to which the elements are added, in the order in which they were sent
   * @param max at most how many to receive
   * @return how many were received; 0 when the channel is closed and empty, and in no other case
   * @throws IllegalArgumentException when {@code max} is not positive
   * @throws GoInterruptedException when interrupted while waiting; nothing has been received
   * @throws RuntimeException what the collection throws when it refuses an element; that element
   *     and others received with it may be lost
   */
  int receiveMany(Collection<? super T> into, int max);

  /**
   * Receives as {@link #receiveMany} does, but in the manner of the JDK's blocking methods.
   *
   * @param into to which the elements are added, in the order in which they were sent
   * @param max at most how many to receive
   * @return how many were received; 0 when the channel is closed and empty, and in no other case
   * @throws IllegalArgumentException when {@code max} is not positive
   * @throws InterruptedException when interrupted on entry or while waiting; nothing has been
   *     received and the interrupt flag is cleared
   */
  int receiveManyInterruptibly(Collection<? super T> into, int max) throws InterruptedException;

  /**
   * Receives up to so many elements that need no waiting.
   *
   * @param into to which the elements are added, in the order in which they were sent
   * @param max at most how many to receive
   * @return how many were received; 0 when there are none, whether or not the channel is closed
   * @throws IllegalArgumentException when {@code max} is not positive
   * @throws RuntimeException what the collection throws when it refuses an element; that element
   *     and others received with it may be lost
   */
  int drainTo(Collection<? super T> into, int max);

  /**
   * Receives until the channel is closed and empty, handing each element to an action: {@code range
   * ch}. What the action throws ends the loop and is thrown here; its element has been received.
   *
   * @param action what to do with an element
   * @throws GoInterruptedException when interrupted while waiting; nothing more has been received
   */
  @Override
  void forEach(Consumer<? super T> action);

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
