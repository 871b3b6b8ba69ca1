package dev.goguard.runtime.internal.goroutine;

/**
 * Where a goroutine was created, known in debug mode only: finding it costs more than the spawn.
 *
 * @param frame the {@code go} statement
 * @param goroutine the number of the goroutine that executed it, or 0 for another thread
 */
public record Creation(StackTraceElement frame, long goroutine) {
  private static final boolean DEBUG = Boolean.getBoolean("goguard.debug");

  /** The creation that is going on, or null outside debug mode. */
  static Creation current() {
    return DEBUG ? capture() : null;
  }

  private static Creation capture() {
    Goroutine creator = Goroutine.current();
    StackTraceElement frame = StackWalker.getInstance()
        .walk(frames -> frames
            .map(StackWalker.StackFrame::toStackTraceElement)
            .filter(f -> !Frames.isOfSpawn(f))
            .findFirst()
            .orElse(null));
    return frame == null ? null : new Creation(frame, creator == null ? 0 : creator.number());
  }
}
