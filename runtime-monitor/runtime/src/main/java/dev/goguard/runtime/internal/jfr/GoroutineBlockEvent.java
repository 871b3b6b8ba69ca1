package dev.goguard.runtime.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;

/** A goroutine has been waiting in a primitive. */
@Name("goguard.GoroutineBlock")
@Label("Goroutine Block")
@Description("A goroutine has been waiting in a primitive.")
@Category({"GoGuard", "Goroutines"})
@Threshold("20 ms")
final class GoroutineBlockEvent extends Event {
  @Label("Wait Reason")
  String reason;

  /** An event that has begun, or null when it is not recorded. */
  static GoroutineBlockEvent begun() {
    GoroutineBlockEvent event = new GoroutineBlockEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  void record(Object reason) {
    end();
    if (shouldCommit()) {
      this.reason = reason.toString();
      commit();
    }
  }
}
