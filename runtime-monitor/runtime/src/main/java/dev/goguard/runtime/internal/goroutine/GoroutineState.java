package dev.goguard.runtime.internal.goroutine;

import dev.goguard.runtime.internal.Wait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * What can be told of a goroutine at one moment; it is not stopped for that, so the state and the
 * frames of one that keeps moving may be of two moments.
 *
 * @param number its number
 * @param name its name; empty for none
 * @param status its state or wait reason, in Go's words where Go has the word
 * @param minutes for how many minutes it has at least waited
 * @param wired whether it is locked to its thread
 * @param labels its labels
 * @param frames its stack, without the runtime's own frames
 * @param creation where it was created; null outside debug mode
 */
public record GoroutineState(
    long number,
    String name,
    String status,
    int minutes,
    boolean wired,
    Map<String, String> labels,
    List<StackTraceElement> frames,
    Creation creation) {

  /** How often a goroutine that moves meanwhile is looked at again. */
  private static final int MAX_TRIES = 4;

  /** The states of all goroutines, the current one first, then by number. */
  public static List<GoroutineState> all() {
    Goroutine current = Goroutine.current();
    int now = WaitAges.now();
    List<GoroutineState> states = new ArrayList<>();
    for (GoroutineRef ref : Registry.entries()) {
      Goroutine goroutine = ref.get();
      if (goroutine != null && goroutine != current && goroutine.thread().isAlive()) {
        states.add(of(ref, goroutine, now));
      }
    }
    states.sort(Comparator.comparingLong(GoroutineState::number));
    if (current != null) {
      states.add(0, running(current));
    }
    return states;
  }

  /** The state of the current goroutine; without one, an empty list. */
  public static List<GoroutineState> current() {
    Goroutine current = Goroutine.current();
    return current == null ? Collections.emptyList() : List.of(running(current));
  }

  private static GoroutineState running(Goroutine goroutine) {
    return of(goroutine, "running", 0, Thread.currentThread().getStackTrace());
  }

  private static GoroutineState of(GoroutineRef ref, Goroutine goroutine, int now) {
    Thread thread = goroutine.thread();
    Object blocker;
    Thread.State state;
    StackTraceElement[] stack;
    int tries = 0;
    do {
      blocker = LockSupport.getBlocker(thread);
      state = thread.getState();
      stack = thread.getStackTrace();
    } while (hasMoved(thread, state, blocker) && ++tries < MAX_TRIES);
    boolean waits = state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    if (waits && blocker instanceof Wait wait) {
      int minutes = WaitAges.minutes(ref, wait, now);
      return of(goroutine, wait.reason().toString(), minutes, stack);
    }
    return of(goroutine, JdkStatus.of(thread, state, stack), 0, stack);
  }

  /** Whether the stack may be of another moment than the state that was read before it. */
  private static boolean hasMoved(Thread thread, Thread.State state, Object blocker) {
    return thread.getState() != state || LockSupport.getBlocker(thread) != blocker;
  }

  private static GoroutineState of(
      Goroutine goroutine, String status, int minutes, StackTraceElement[] stack) {
    return new GoroutineState(
        goroutine.number(),
        goroutine.thread().getName(),
        status,
        minutes,
        OsThread.isWired(goroutine.thread()),
        goroutine.labels(),
        Frames.visible(stack),
        goroutine.creation());
  }
}
