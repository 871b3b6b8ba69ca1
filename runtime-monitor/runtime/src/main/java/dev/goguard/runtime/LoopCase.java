package dev.goguard.runtime;

import dev.goguard.runtime.internal.Clause;
import dev.goguard.runtime.internal.Hchan;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One case of a {@link SelectLoop}; it is changed between the runs, by the goroutine that runs the
 * loop.
 */
public abstract sealed class LoopCase {
  private final SelectLoop loop;
  private final int index;

  private LoopCase(SelectLoop loop, int index) {
    this.loop = loop;
    this.index = index;
  }

  /**
   * Returns the number of the case.
   *
   * @return what {@link SelectLoop#select} returns when this case is chosen
   */
  public final int index() {
    return index;
  }

  final Clause clause() {
    return loop.clause(index);
  }

  final void setChannel(Object channel) {
    clause().setChannel(Chan.core(channel));
    loop.channelsChanged();
  }

  final void setEnabled(boolean enabled) {
    clause().setEnabled(enabled);
    loop.channelsChanged();
  }

  final Object result() {
    return loop.received(index);
  }

  /**
   * A case that receives.
   *
   * @param <T> the element type
   */
  public static final class Receive<T> extends LoopCase {
    Receive(SelectLoop loop, int index) {
      super(loop, index);
    }

    /**
     * Returns what the last run has received here.
     *
     * @return the element; null when the channel is closed and empty
     * @throws IllegalStateException when the last run has not chosen this case
     */
    public T value() {
      return Chan.element(result());
    }

    /**
     * Returns whether a send delivered what the last run has received here.
     *
     * @return false when the channel is closed and empty
     * @throws IllegalStateException when the last run has not chosen this case
     */
    public boolean ok() {
      return result() != Hchan.CLOSED;
    }

    /**
     * Receives from another channel from now on.
     *
     * @param channel from which; null disables the case
     * @return this case
     */
    public Receive<T> from(RecvChan<T> channel) {
      setChannel(channel);
      return this;
    }

    /**
     * Lets the case take part in the next runs, or not.
     *
     * @param enabled whether it takes part
     * @return this case
     */
    public Receive<T> enable(boolean enabled) {
      setEnabled(enabled);
      return this;
    }
  }

  /**
   * A case that sends.
   *
   * @param <T> the element type
   */
  public static final class Send<T> extends LoopCase {
    Send(SelectLoop loop, int index) {
      super(loop, index);
    }

    /**
     * Sets the element that is sent whenever this case is chosen, until another one is set.
     *
     * @param value the element; may be null
     * @return this case
     */
    public Send<T> set(T value) {
      clause().setValue(value);
      return this;
    }

    /**
     * Sends to another channel from now on.
     *
     * @param channel to which; null disables the case
     * @return this case
     */
    public Send<T> to(SendChan<T> channel) {
      setChannel(channel);
      return this;
    }

    /**
     * Lets the case take part in the next runs, or not.
     *
     * @param enabled whether it takes part
     * @return this case
     */
    public Send<T> enable(boolean enabled) {
      setEnabled(enabled);
      return this;
    }
  }

  /** A case that is ready some time after a run begins. */
  public static final class Timeout extends LoopCase {
    Timeout(SelectLoop loop, int index) {
      super(loop, index);
    }

    /**
     * Sets the time that the next runs wait.
     *
     * @param timeout after how long; ready at once when zero or negative
     * @return this case
     */
    public Timeout set(Duration timeout) {
      clause().setNanos(TimeUnit.NANOSECONDS.convert(timeout));
      return this;
    }

    /**
     * Lets the case take part in the next runs, or not.
     *
     * @param enabled whether it takes part
     * @return this case
     */
    public Timeout enable(boolean enabled) {
      setEnabled(enabled);
      return this;
    }
  }
}
