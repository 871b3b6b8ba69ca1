package dev.goguard.runtime;

import dev.goguard.runtime.internal.Clause;
import dev.goguard.runtime.internal.Hchan;
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
  private final Case[] cases;
  private final Clause[] clauses;
  private final Hchan[] lockOrder;
  private final Runnable otherwise;

  private Select(Case[] cases, Clause[] clauses, Hchan[] lockOrder, Runnable otherwise) {
    this.cases = cases;
    this.clauses = clauses;
    this.lockOrder = lockOrder;
    this.otherwise = otherwise;
  }

  /**
   * Makes a select.
   *
   * @param cases what to wait for; a null case is never ready
   * @return the select
   */
  public static Select of(Case... cases) {
    Case[] copy = cases.clone();
    Clause[] clauses = new Clause[copy.length];
    for (int i = 0; i < copy.length; i++) {
      clauses[i] = copy[i] == null ? null : copy[i].clause;
    }
    return new Select(copy, clauses, Selection.lockOrder(clauses), null);
  }

  /**
   * Returns this select with a default case, chosen when no other case is ready at once.
   *
   * @param action what to do then
   * @return a select that does not wait
   */
  public Select orElse(Runnable action) {
    return new Select(cases, clauses, lockOrder, Objects.requireNonNull(action));
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
    Selection selection = new Selection(clauses, lockOrder);
    int chosen = otherwise == null ? await(selection) : selection.selectNow();
    if (chosen == Selection.DEFAULT) {
      otherwise.run();
    } else {
      cases[chosen].action.accept(selection.result());
    }
  }

  private static int await(Selection selection) {
    try {
      return selection.select();
    } catch (InterruptedException e) {
      throw new GoInterruptedException(e);
    }
  }

  /**
   * One case of a select; made by {@link SendChan#onSend}, {@link RecvChan#onReceive},
   * {@link RecvChan#onReceiveOk} and {@link Select#after}.
   */
  public static final class Case {
    private final Clause clause; // null when never ready
    private final Consumer<Object> action;

    Case(Clause clause, Consumer<Object> action) {
      this.clause = clause;
      this.action = action;
    }
  }
}
