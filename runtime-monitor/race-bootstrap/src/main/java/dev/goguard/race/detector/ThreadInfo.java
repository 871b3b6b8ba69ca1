package dev.goguard.race.detector;

/**
 * What a report says of a thread, also after its end.
 *
 * @param number the thread's identifier, which is a goroutine's number
 * @param name its name, perhaps empty
 * @param kind what sort of thread it is
 * @param creation the number of the calling context that started it, or 0 when unknown
 */
public record ThreadInfo(long number, String name, Kind kind, int creation) {
  /** What a thread is to its user. */
  public enum Kind {
    /** A platform thread. */
    PLATFORM,
    /** A virtual thread. */
    VIRTUAL,
    /** A goroutine of GoGuard's runtime. */
    GOROUTINE
  }
}
