package dev.goguard.analysis.lock;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.program.Body;
import java.util.List;

/**
 * A lock that a call leaves taken ({@code count > 0}) or gives back for its caller ({@code count <
 * 0}).
 */
public record LockChange(AccessPath lock, int count) {

  /**
   * Some lock, nobody knows which: too many calls deep, or different for the targets of the call.
   */
  public static final LockChange UNKNOWN =
      new LockChange(AccessPath.of(new AccessPath.StaticRoot("?")), 0);

  /** Knows what calls do to locks. */
  @FunctionalInterface
  public interface OfCalls {
    /** What a call event of {@code caller} does to the locks, in the names of the caller. */
    List<LockChange> lockChanges(Body caller, Event call);
  }
}
