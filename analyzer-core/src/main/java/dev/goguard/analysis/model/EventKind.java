package dev.goguard.analysis.model;

/**
 * The kinds of event. The API models give them to calls; the CFG builder gives the rest to the code
 * itself.
 */
public enum EventKind {
  /** Starts a task on another thread: goroutine, thread, executor. */
  SPAWN,
  /**
   * Wraps a task that something else starts later: {@code new Thread(r)}, {@code new
   * FutureTask(c)}.
   */
  TASK,
  /** Runs a functional argument before the call returns. */
  INVOKE_NOW,
  /** Keeps a functional argument for later, on a thread nobody knows. */
  INVOKE_LATER,
  /** Creates an executor. */
  EXECUTOR,
  /** The result is a part of the receiver: {@code rw.readLock()}. */
  VIEW,
  /** The result is the receiver, or stands for it: a builder's step, a guard object. */
  SAME,

  /** Takes a lock or enters a monitor. */
  ACQUIRE,
  /** Gives a lock back or leaves a monitor. */
  RELEASE,
  /** Asks whether the current thread holds a lock. */
  ASK_HELD,
  /** {@code Object.wait}, {@code Condition.await}. */
  MONITOR_WAIT,
  /** {@code notify}, {@code signal}. */
  NOTIFY,
  /** Takes permits of a semaphore or limiter. */
  PERMIT_ACQUIRE,
  /** Returns permits. */
  PERMIT_RELEASE,

  /** Sends on a channel or puts into a hand-off or blocking queue. */
  SEND,
  /** Receives from a channel or takes from a hand-off or blocking queue. */
  RECEIVE,
  /** Closes a channel. */
  CLOSE,
  /** Waits for one of several channel operations. */
  SELECT,

  /** Raises the count of a wait group, or registers with a phaser. */
  GROUP_ADD,
  /** Lowers the count of a wait group or latch, or arrives at a phaser. */
  GROUP_DONE,
  /** Waits for the count to reach zero, or the phase to advance. */
  GROUP_WAIT,

  /**
   * Waits for a task to end: {@code Thread.join}, {@code Future.get},
   * {@code ExecutorService.close}.
   */
  JOIN,
  /** Makes an executor refuse new tasks. */
  SHUTDOWN,
  /** Completes a future. */
  COMPLETE,

  /** Derives a context that must be cancelled. */
  CONTEXT_DERIVE,
  /** Cancels a context. */
  CONTEXT_CANCEL,
  /** Asks a context for its done channel or its error. */
  CONTEXT_DONE,
  /** Makes a root context. */
  CONTEXT_ROOT,
  /** Asks for or sets the interrupt flag. */
  INTERRUPT,

  /** Blocks without an event of its own: sleep, socket accept. */
  BLOCK,
  /** Ends the process. */
  EXIT,

  /** Reads a container, buffer or other mutable library object. */
  CONTAINER_READ,
  /** Changes a container, buffer or other mutable library object. */
  CONTAINER_WRITE,

  /** Reads a field or an array element. */
  READ,
  /** Writes a local, a field or an array element. */
  WRITE,
  /**
   * Any call; comes before the events that a model gives to the same call: when it throws, they
   * have not happened.
   */
  CALL,
  /** A condition; its node has a true and a false edge. */
  BRANCH,
  /** {@code return}. */
  RETURN,
  /** {@code throw}. */
  THROW,
  /** Enters the handler of a caught exception. */
  CATCH;

  /** Whether code has this event by itself, without a model of what it calls. */
  public boolean isOfCode() {
    return compareTo(READ) >= 0;
  }

  /** Whether, after this event, what other tasks did before is done and seen. */
  public boolean joins() {
    return this == JOIN || this == GROUP_WAIT || this == RECEIVE || this == SELECT;
  }
}
