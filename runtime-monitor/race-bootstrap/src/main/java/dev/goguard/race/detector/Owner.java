package dev.goguard.race.detector;

/** Who had a thread id from a clock on, and who had it before. */
final class Owner {
  private final ThreadInfo info;
  private final int from;
  private Owner earlier;

  /** How many there are from here on; those that were forgotten are counted until the next time. */
  private int count;

  Owner(ThreadInfo info, int from, Owner earlier) {
    this.info = info;
    this.from = from;
    this.earlier = earlier;
    this.count = earlier == null ? 1 : earlier.count + 1;
  }

  /**
   * Forgets owners before the last {@code most}: a report will not name them any more. There may be
   * twice as many before that is done, so that not every new owner pays for it.
   */
  void keep(int most) {
    if (count > 2 * most) {
      Owner last = this;
      for (int i = 1; i < most; i++) {
        last = last.earlier;
      }
      last.earlier = null;
      count = most;
    }
  }

  /** Who had the id at a clock, or null when that is forgotten. */
  ThreadInfo at(int clock) {
    for (Owner owner = this; owner != null; owner = owner.earlier) {
      if (owner.from <= clock) {
        return owner.info;
      }
    }
    return null;
  }
}
