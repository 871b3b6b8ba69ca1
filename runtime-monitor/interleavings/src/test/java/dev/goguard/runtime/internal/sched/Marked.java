package dev.goguard.runtime.internal.sched;

/** A goroutine with a plain mark: one when it is queued, two when it was taken once. */
final class Marked implements Runnable {
  private int mark;

  /** Marks it as queued; what the taker reads says whether queueing has published this. */
  Marked queued() {
    mark = 1;
    return this;
  }

  @Override
  public void run() {
    mark *= 2;
  }

  boolean wasTakenOnce() {
    return mark == 2;
  }

  static void take(Runnable goroutine) {
    if (goroutine != null) {
      goroutine.run();
    }
  }
}
