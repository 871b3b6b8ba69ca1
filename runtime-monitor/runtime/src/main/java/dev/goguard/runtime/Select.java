package dev.goguard.runtime;

import dev.goguard.runtime.internal.Clause;
import dev.goguard.runtime.internal.LockOrder;
import dev.goguard.runtime.internal.Selection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A Go {@code select}: waits for the first of several channel operations.
 *
 * <pre>{@code
 * Select.of(
 *         jobs.onReceive(job -> handle(job)),
 *         results.onSend(result, () -> sent++),
 *         Select.after(Duration.ofSeconds(1), () -> late()))
 *     .orElse(() -> idle())
 *     .run();
 * }</pre>
 *
 * <p>When several cases are ready, one is chosen with equal probability, and only its operation
 * takes place. A channel may stand in several cases. A case of a nil channel, or a null case, is
 * never ready. Without any case that can be ready and without {@link #orElse}, a select waits for
 * ever. The happens-before edges are those of the chosen operation.
 *
 * <p>A select is immutable and may be run any number of times, by any number of goroutines; the
 * elements to send are those given when it was made, and timeouts begin with each run. See "Select
 * statements" in the Go specification.
 */
public final class Select {
  private static final Clause NEVER = Clause.receive(null);

  private final Case[] cases;
  private final Clause[] clauses;
  private final LockOrder lockOrder;
  private final boolean prioritized;
  private final Runnable otherwise; // null without a default case

  private Select(Case[] cases, boolean prioritized) {
    this.cases = cases.clone();
    this.clauses = new Clause[cases.length];
    for (int i = 0; i < clauses.length; i++) {
      clauses[i] = this.cases[i] == null ? NEVER : this.cases[i].clause;
    }
    this.lockOrder = LockOrder.of(clauses);
    this.prioritized = prioritized;
    this.otherwise = null;
  }

  private Select(Select select, Runnable otherwise) {
    this.cases = select.cases;
    this.clauses = select.clauses;
    this.lockOrder = select.lockOrder;
    this.prioritized = select.prioritized;
    this.otherwise = otherwise;
  }

  /**
   * Makes a select.
   *
   * @param cases what to wait for; a null case is never ready
   * @return the select
   */
  public static Select of(Case... cases) {
    return new Select(cases, false);
  }

  /**
   * Makes a select that chooses the first of its cases that is ready: {@code priSelect} of JCSP.
   *
   * <p>Go has none. A case that is always ready starves those behind it.
   *
   * @param cases what to wait for, in order of descending priority; a null case is never ready
   * @return the select
   */
  public static Select prioritized(Case... cases) {
    return new Select(cases, true);
  }

  /**
   * Makes a select without cases, to be given some and then run again and again by one goroutine.
   *
   * @return the loop
   */
  public static SelectLoop loop() {
    return new SelectLoop(false);
  }

  /**
   * Makes a {@linkplain #loop loop} that chooses the first of its cases that is ready.
   *
   * @return the loop
   */
  public static SelectLoop prioritizedLoop() {
    return new SelectLoop(true);
  }

  /**
   * Returns this select with a default case, chosen when no other case is ready at once.
   *
   * @param action what to do then
   * @return a select that does not wait
   */
  public Select orElse(Runnable action) {
    return new Select(this, Objects.requireNonNull(action));
  }

  /**
   * Returns a case that is ready some time after the select begins to run: a receive from
   * {@code time.After}. Of several only the earliest counts.
   *
   * @param timeout after how long; ready at once when zero or negative
   * @param action what to do then
   * @return the case
   */
  public static Case after(Duration timeout, Runnable action) {
    Objects.requireNonNull(action);
    return new Case(Clause.after(TimeUnit.NANOSECONDS.convert(timeout)), none -> action.run());
  }

  /**
   * Waits until a case can proceed, performs its operation and then its action. What the action
   * throws is thrown here.
   *
   * @throws GoPanic "send on closed channel" when the chosen case sends on a closed channel
   * @throws GoInterruptedException when interrupted while waiting; no operation has taken place
   */
  public void run() {
    Selection selection = selection();
    int chosen;
    try {
      chosen = choose(selection);
    } catch (InterruptedException e) {
      throw new GoInterruptedException(e);
    }
    act(chosen, selection);
  }

  /**
   * Runs as {@link #run} does, but in the manner of the JDK's blocking methods.
   *
   * @throws GoPanic "send on closed channel" when the chosen case sends on a closed channel
   * @throws InterruptedException when interrupted on entry or while waiting; no operation has taken
   *     place and the interrupt flag is cleared
   */
  public void runInterruptibly() throws InterruptedException {
    Interrupts.check();
    int chosen;
    Selection selection = selection();
    try {
      chosen = choose(selection);
    } catch (InterruptedException e) {
      throw Interrupts.cleared(e);
    }
    act(chosen, selection);
  }

  /**
   * Runs without waiting. When no case is ready, the default case is chosen if there is one.
   *
   * @return whether a case was chosen, be it the default
   * @throws GoPanic "send on closed channel" when the chosen case sends on a closed channel
   */
  public boolean tryRun() {
    Selection selection = selection();
    int chosen = selection.selectNow();
    if (chosen == Selection.DEFAULT && otherwise == null) {
      return false;
    }
    act(chosen, selection);
    return true;
  }

  private Selection selection() {
    return new Selection(clauses, lockOrder, prioritized);
  }

  private int choose(Selection selection) throws InterruptedException {
    return otherwise == null ? selection.select() : selection.selectNow();
  }

  private void act(int chosen, Selection selection) {
    if (chosen == Selection.DEFAULT) {
      otherwise.run();
    } else {
      cases[chosen].action.accept(selection.result());
    }
  }

  /**
   * One case of a select; made by {@link SendChan#onSend}, {@link RecvChan#onReceive},
   * {@link RecvChan#onReceiveOk} and {@link Select#after}.
   */
  public static final class Case {
    private final Clause clause;
    private final Consumer<Object> action;

    Case(Clause clause, Consumer<Object> action) {
      this.clause = clause;
      this.action = action;
    }
  }
}
