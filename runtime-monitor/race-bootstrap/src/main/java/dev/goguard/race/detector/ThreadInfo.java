package dev.goguard.race.detector;

/** What a report says of a thread, also after its end. */
public final class ThreadInfo {
  private final long number;
  private final String name;
  private final Kind kind;
  private final int creation;
  private volatile boolean ended;

  /** What a thread is to its user. */
  public enum Kind {
    /** A platform thread. */
    PLATFORM,
    /** A virtual thread. */
    VIRTUAL,
    /** A goroutine of GoGuard's runtime. */
    GOROUTINE
  }

  ThreadInfo(long number, String name, Kind kind, int creation) {
    this.number = number;
    this.name = name;
    this.kind = kind;
    this.creation = creation;
  }

  void end() {
    ended = true;
  }

  /** The thread's identifier, which is a goroutine's number. */
  public long number() {
    return number;
  }

  /** Its name, perhaps empty. */
  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** The number of the calling context that started it, or 0 when unknown. */
  public int creation() {
    return creation;
  }

  public boolean ended() {
    return ended;
  }
}
