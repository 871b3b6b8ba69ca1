package dev.goguard.runtime;

import dev.goguard.runtime.internal.Clause;
import dev.goguard.runtime.internal.Hchan;
import dev.goguard.runtime.internal.LockOrder;
import dev.goguard.runtime.internal.Selection;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A {@code select} inside a loop: its cases are made once, changed between the runs, and told apart
 * by their numbers. A run allocates nothing, but for the first one that has to wait and those that
 * wait with a timeout, for which the JDK sets an alarm.
 *
 * <pre>{@code
 * SelectLoop loop = Select.loop();
 * LoopCase.Receive<Job> job = loop.receive(jobs);
 * LoopCase.Send<Result> result = loop.send(results).enable(false);
 * while (true) {
 *   if (loop.select() == job.index()) {
 *     if (!job.ok()) {
 *       return;
 *     }
 *     result.set(work(job.value())).enable(true);
 *   } else {
 *     result.enable(false);
 *   }
 * }
 * }</pre>
 *
 * <p>Cases are chosen as by {@link Select}, with the same happens-before edges. A disabled case,
 * and one whose channel is null or {@link Chan#nil}, is never ready: Go's idiom of assigning nil to
 * the channel of a case.
 *
 * <p>A loop and its cases belong to one goroutine at a time; handing them over needs a
 * happens-before edge. The loop holds on to the element of its last run until {@link #clear} or the
 * next run.
 */
public final class SelectLoop {
  /** What {@link #trySelect} returns when no case is ready. */
  public static final int NONE = Selection.DEFAULT;

  private static final int NEVER_RUN = -2;

  private final boolean prioritized;
  private Clause[] clauses = new Clause[4];
  private int length;
  private LockOrder lockOrder = new LockOrder(clauses.length);
  private Selection selection;
  private boolean changed = true; // which channels to lock
  private int chosen = NEVER_RUN;

  SelectLoop(boolean prioritized) {
    this.prioritized = prioritized;
    this.selection = new Selection(clauses, lockOrder, prioritized);
  }

  /**
   * Adds a case that receives.
   *
   * @param channel from which to receive; null disables the case
   * @param <T> the element type
   * @return the case
   */
  public <T> LoopCase.Receive<T> receive(RecvChan<T> channel) {
    return new LoopCase.Receive<>(this, add(Clause.receive(Chan.core(channel))));
  }

  /**
   * Adds a case that sends an element, at first null; see {@link LoopCase.Send#set}.
   *
   * @param channel to which to send; null disables the case
   * @param <T> the element type
   * @return the case
   */
  public <T> LoopCase.Send<T> send(SendChan<T> channel) {
    return new LoopCase.Send<>(this, add(Clause.send(Chan.core(channel), null)));
  }

  /**
   * Adds a case that is ready some time after a run begins. Of several only the earliest counts.
   *
   * @param timeout after how long; ready at once when zero or negative
   * @return the case
   */
  public LoopCase.Timeout after(Duration timeout) {
    return new LoopCase.Timeout(this, add(Clause.after(TimeUnit.NANOSECONDS.convert(timeout))));
  }

  private int add(Clause clause) {
    if (length == clauses.length) {
      clauses = Arrays.copyOf(clauses, 2 * length);
      lockOrder = new LockOrder(clauses.length);
      selection = new Selection(clauses, lockOrder, prioritized);
    }
    clauses[length] = clause;
    changed = true;
    return length++;
  }

  /**
   * Waits until a case can proceed and performs its operation.
   *
   * @return the number of the case: cases count from zero in the order in which they were added
   * @throws GoPanic "send on closed channel" when the chosen case sends on a closed channel
   * @throws GoInterruptedException when interrupted while waiting; no operation has taken place
   */
  public int select() {
    prepare();
    try {
      return chose(selection.select());
    } catch (InterruptedException e) {
      throw new GoInterruptedException(e);
    }
  }

  /**
   * Selects as {@link #select} does, but in the manner of the JDK's blocking methods.
   *
   * @return the number of the case
   * @throws GoPanic "send on closed channel" when the chosen case sends on a closed channel
   * @throws InterruptedException when interrupted on entry or while waiting; no operation has taken
   *     place and the interrupt flag is cleared
   */
  public int selectInterruptibly() throws InterruptedException {
    Interrupts.check();
    prepare();
    try {
      return chose(selection.select());
    } catch (InterruptedException e) {
      throw Interrupts.cleared(e);
    }
  }

  /**
   * Selects among the cases that are ready now: a {@code select} with a default case.
   *
   * @return the number of the case, or {@link #NONE}
   * @throws GoPanic "send on closed channel" when the chosen case sends on a closed channel
   */
  public int trySelect() {
    prepare();
    return chose(selection.selectNow());
  }

  /** Forgets the element of the last run. */
  public void clear() {
    selection.clearResult();
    chosen = NEVER_RUN;
  }

  private void prepare() {
    clear();
    if (changed) {
      selection.setLength(length);
      lockOrder.set(clauses, length);
      changed = false;
    }
  }

  private int chose(int index) {
    if (index != NONE && clauses[index].isSend() && selection.result() == Hchan.CLOSED) {
      throw Chan.sendOnClosed();
    }
    chosen = index;
    return index;
  }

  Clause clause(int index) {
    return clauses[index];
  }

  void channelsChanged() {
    changed = true;
  }

  Object received(int index) {
    if (chosen != index) {
      throw new IllegalStateException("case " + index + " is not the one chosen last");
    }
    return selection.result();
  }
}
