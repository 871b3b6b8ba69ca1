package dev.goguard.runtime.internal.time;

/** An alarm on its way to, or in, the heap of an {@link AlarmThread}. */
final class QueuedAlarm extends Alarm {
  private final AlarmThread thread;

  // The alarm that was set before this one, and how many are on their way together with it. Written
  // before the alarm is published.
  QueuedAlarm previous;
  int queued;

  QueuedAlarm(long when, Runnable action, AlarmThread thread) {
    super(when, action);
    this.thread = thread;
  }

  @Override
  void cancelled() {
    thread.oneCancelled();
  }
}
