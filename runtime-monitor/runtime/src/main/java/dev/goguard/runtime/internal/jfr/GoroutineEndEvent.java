package dev.goguard.runtime.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A goroutine has ended. */
@Name("goguard.GoroutineEnd")
@Label("Goroutine End")
@Description("A goroutine has ended.")
@Category({"GoGuard", "Goroutines"})
@Enabled(false)
@StackTrace(false)
final class GoroutineEndEvent extends Event {
  @Label("Goroutine")
  long goroutine;

  static void record(long number) {
    GoroutineEndEvent event = new GoroutineEndEvent();
    if (event.isEnabled()) {
      event.goroutine = number;
      event.commit();
    }
  }
}
