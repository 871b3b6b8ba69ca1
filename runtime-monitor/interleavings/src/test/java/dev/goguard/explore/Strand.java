package dev.goguard.explore;

import java.util.concurrent.Semaphore;

/** A thread of an explored program; of all strands of an execution one runs at a time. */
final class Strand extends Thread {
  /** Where a strand stands. */
  enum State {
    RUNNABLE,
    PARKED,
    JOINING,
    ENDED
  }

  final Execution execution;
  final int number;
  private final Runnable body;
  private final Semaphore turn = new Semaphore(0);

  // written by the strand whose turn it is
  State state = State.RUNNABLE;
  boolean permit; // of LockSupport
  Strand joined; // by this strand, while JOINING
  private volatile boolean interrupted; // not the thread's own, which would disturb its turns

  Strand(Execution execution, int number, Runnable body) {
    super(null, null, "strand-" + number, 0, false);
    setDaemon(true);
    this.execution = execution;
    this.number = number;
    this.body = body;
  }

  @Override
  public void run() {
    try {
      awaitTurn();
      body.run();
    } catch (Aborted e) {
      // the execution is over
    } catch (Throwable t) {
      execution.failed(t);
    } finally {
      execution.ended(this);
    }
  }

  void awaitTurn() {
    turn.acquireUninterruptibly();
    execution.checkAborted();
  }

  void giveTurn() {
    turn.release();
  }

  boolean canRun() {
    return switch (state) {
      case RUNNABLE -> true;
      case PARKED -> permit || isInterrupted();
      case JOINING -> joined.state == State.ENDED;
      case ENDED -> false;
    };
  }

  @Override
  public void interrupt() {
    interrupted = true;
  }

  @Override
  public boolean isInterrupted() {
    return interrupted;
  }

  boolean clearInterrupt() {
    boolean was = interrupted;
    interrupted = false;
    return was;
  }

  /** Ends a strand of an execution that is over. */
  static final class Aborted extends Error {
    private static final long serialVersionUID = 1;

    Aborted() {
      super(null, null, false, false);
    }
  }
}
