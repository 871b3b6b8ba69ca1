package dev.goguard.runtime.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A goroutine is started by the event's thread, at the event's stack trace. */
@Name("goguard.GoroutineSpawn")
@Label("Goroutine Spawn")
@Description("A goroutine is started by this thread.")
@Category({"GoGuard", "Goroutines"})
@Enabled(false)
final class GoroutineSpawnEvent extends Event {
  @Label("Goroutine")
  long goroutine;

  static void record(long number) {
    GoroutineSpawnEvent event = new GoroutineSpawnEvent();
    if (event.isEnabled()) {
      event.goroutine = number;
      event.commit();
    }
  }
}
