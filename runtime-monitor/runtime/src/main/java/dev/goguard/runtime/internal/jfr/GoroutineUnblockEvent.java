package dev.goguard.runtime.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A goroutine lets another go on. */
@Name("goguard.GoroutineUnblock")
@Label("Goroutine Unblock")
@Description("A goroutine lets another go on.")
@Category({"GoGuard", "Goroutines"})
@Enabled(false)
final class GoroutineUnblockEvent extends Event {
  @Label("Goroutine")
  Thread goroutine;

  @Label("Wait Reason")
  String reason;

  static void record(Thread goroutine, Object reason) {
    GoroutineUnblockEvent event = new GoroutineUnblockEvent();
    if (event.isEnabled()) {
      event.goroutine = goroutine;
      event.reason = reason.toString();
      event.commit();
    }
  }
}
