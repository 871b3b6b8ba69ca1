package dev.goguard.runtime.internal.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that makes alarms go off.
 *
 * <p>The heap belongs to this thread alone and needs no lock. Whoever sets an alarm pushes it onto
 * a stack, with one compare-and-set, and the thread takes the whole stack over whenever it looks.
 * Whoever cancels one takes its action away, and the thread drops what is left: usually before it
 * has come into the heap at all, which is the fate of most timeouts.
 *
 * <p>The thread sleeps until its earliest alarm and publishes that time. It must be woken early for
 * an alarm that is earlier still, and, so that dead alarms cannot pile up during a long sleep, when
 * a thousand alarms are waiting in the stack or half of the heap is cancelled. No wake-up is lost:
 * the thread first writes what it is going to sleep for and then looks at stack and counter again;
 * the others first change stack or counter and then read; all of these are volatile, so at least
 * one side sees the other.
 */
final class AlarmThread implements Runnable {
  private static final int MANY = 1024;
  private static final long AWAKE = Long.MIN_VALUE;
  private static final VarHandle STACK;

  static {
    try {
      STACK = MethodHandles.lookup().findVarHandle(AlarmThread.class, "stack", QueuedAlarm.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Clock clock;
  private final Thread thread = new Thread(null, this, "goguard-timers", 0, false);
  private final AlarmHeap heap = new AlarmHeap(); // confined to the thread

  private volatile QueuedAlarm stack; // the alarm set last
  private final AtomicInteger cancelled = new AtomicInteger(); // of those in stack and heap
  private volatile long sleepsUntil = AWAKE;
  private volatile int tooManyCancelled = MANY;

  private AlarmThread(Clock clock) {
    this.clock = clock;
  }

  static AlarmThread start(Clock clock) {
    AlarmThread alarms = new AlarmThread(clock);
    alarms.thread.setDaemon(true);
    // It outlives the application that happens to start it and must not keep its classes alive.
    alarms.thread.setContextClassLoader(null);
    alarms.thread.start();
    return alarms;
  }

  Alarm schedule(long when, Runnable action) {
    QueuedAlarm alarm = new QueuedAlarm(when, action, this);
    QueuedAlarm top = stack;
    while (!push(alarm, top)) {
      Thread.onSpinWait();
      top = stack;
    }
    if (when < sleepsUntil || alarm.queued == MANY) {
      LockSupport.unpark(thread);
    }
    return alarm;
  }

  private boolean push(QueuedAlarm alarm, QueuedAlarm top) {
    alarm.previous = top;
    alarm.queued = top == null ? 1 : top.queued + 1;
    return STACK.compareAndSet(this, top, alarm);
  }

  void oneCancelled() {
    if (cancelled.incrementAndGet() == tooManyCancelled) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void run() {
    while (true) {
      try {
        takeOver();
        ring();
        sweep();
        sleep();
      } catch (Throwable e) { // of an action, or no memory for the heap: the other alarms go on
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
  }

  private void takeOver() {
    QueuedAlarm alarm = (QueuedAlarm) STACK.getAndSet(this, (QueuedAlarm) null);
    while (alarm != null) {
      QueuedAlarm previous = alarm.previous;
      alarm.previous = null; // an alarm that is kept by its owner must not keep others
      if (alarm.isOver()) {
        cancelled.decrementAndGet();
      } else {
        heap.add(alarm);
      }
      alarm = previous;
    }
  }

  private void ring() {
    while (heap.earliest() <= clock.nanos()) {
      Runnable action = heap.poll().take();
      if (action == null) {
        cancelled.decrementAndGet();
      } else {
        action.run();
      }
    }
  }

  private void sweep() {
    if (cancelled.get() >= tooManyCancelled) {
      cancelled.addAndGet(-heap.sweep());
    }
    tooManyCancelled = Math.max(MANY, heap.size() / 2);
  }

  private void sleep() {
    sleepsUntil = heap.earliest();
    if (stack == null && cancelled.get() < tooManyCancelled) {
      long left = heap.earliest() - clock.nanos();
      if (left > 0) {
        LockSupport.parkNanos(this, left);
      }
    }
    sleepsUntil = AWAKE;
  }
}
