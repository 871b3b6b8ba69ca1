package dev.goguard.explore;

import dev.goguard.explore.Strand.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One run of a program, in the interleaving that the choices say. */
final class Execution {
  private static final int MAX_STEPS = 20_000;
  private static final int RARELY = 16;

  private final Choices choices;
  private int preemptions; // that are left

  // touched by the strand whose turn it is
  private final List<Strand> strands = new ArrayList<>();
  private int steps;

  private volatile boolean aborted;
  private volatile Throwable failure;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger alive = new AtomicInteger();

  Execution(Choices choices, int preemptions) {
    this.choices = choices;
    this.preemptions = preemptions;
  }

  /** Runs the program to its end; returns what went wrong, or null. */
  Throwable run(Runnable program) throws InterruptedException {
    start(program).giveTurn();
    over.await();
    for (Strand strand : strands) {
      strand.join();
    }
    return failure;
  }

  Strand start(Runnable body) {
    checkAborted();
    Strand strand = new Strand(this, strands.size(), body);
    strands.add(strand);
    alive.incrementAndGet();
    strand.start();
    return strand;
  }

  int choose(int options) {
    return choices.choose(options);
  }

  /** The running strand is about to touch what others see: one of them may go first. */
  void point(Strand running) {
    countStep();
    if (preemptions > 0 && choices.rarely(RARELY)) {
      List<Strand> others = others(running);
      int chosen = choices.choose(others.size() + 1);
      if (chosen > 0) {
        preemptions--;
        switchTo(others.get(chosen - 1), running);
      }
    }
  }

  /** The running strand waits in a loop for what another does. */
  void spin(Strand running) {
    countStep();
    List<Strand> others = others(running);
    if (!others.isEmpty()) {
      switchTo(others.get(choices.choose(others.size())), running);
    }
  }

  /** The running strand waits in some state until it can run. */
  void block(Strand running, State state) {
    countStep();
    running.state = state;
    if (!running.canRun()) {
      List<Strand> others = others(running);
      if (others.isEmpty()) {
        abort(new Hang("everybody waits: " + describe()));
      }
      checkAborted();
      switchTo(others.get(choices.choose(others.size())), running);
    }
    running.state = State.RUNNABLE;
  }

  /** The strand has ended; the last one ends the execution. */
  void ended(Strand strand) {
    strand.state = State.ENDED;
    if (alive.decrementAndGet() == 0) {
      over.countDown();
    } else if (!aborted) {
      List<Strand> others = others(strand);
      if (others.isEmpty()) {
        abort(new Hang("everybody waits: " + describe()));
      } else {
        others.get(choices.choose(others.size())).giveTurn();
      }
    }
  }

  private void countStep() {
    checkAborted();
    if (++steps > MAX_STEPS) {
      abort(new Hang("nothing but spinning: " + describe()));
      checkAborted();
    }
  }

  private List<Strand> others(Strand running) {
    List<Strand> others = new ArrayList<>();
    for (Strand strand : strands) {
      if (strand != running && strand.canRun()) {
        others.add(strand);
      }
    }
    return others;
  }

  private static void switchTo(Strand next, Strand running) {
    next.giveTurn();
    running.awaitTurn();
  }

  void failed(Throwable t) {
    abort(t);
  }

  private void abort(Throwable why) {
    if (!aborted) {
      failure = why;
      aborted = true;
      strands.forEach(Strand::giveTurn);
    }
  }

  void checkAborted() {
    if (aborted) {
      throw new Strand.Aborted();
    }
  }

  private String describe() {
    return strands.stream().map(s -> s.number + " " + s.state).collect(Collectors.joining(", "));
  }
}
