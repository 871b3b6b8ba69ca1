package dev.goguard.runtime.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A goroutine begins to run. */
@Name("goguard.GoroutineStart")
@Label("Goroutine Start")
@Description("A goroutine begins to run.")
@Category({"GoGuard", "Goroutines"})
@Enabled(false)
@StackTrace(false)
final class GoroutineStartEvent extends Event {
  @Label("Goroutine")
  long goroutine;

  static void record(long number) {
    GoroutineStartEvent event = new GoroutineStartEvent();
    if (event.isEnabled()) {
      event.goroutine = number;
      event.commit();
    }
  }
}
