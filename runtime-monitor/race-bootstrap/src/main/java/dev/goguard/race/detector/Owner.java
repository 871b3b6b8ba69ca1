package dev.goguard.race.detector;

/** Who had a thread id from a clock on, and who had it before. */
final class Owner {
  final ThreadInfo info;
  private final int from;
  private Owner earlier;

  Owner(ThreadInfo info, int from, Owner earlier) {
    this.info = info;
    this.from = from;
    this.earlier = earlier;
  }

  /** Forgets the owners before the last so many: a report will not name them any more. */
  void keep(int owners) {
    Owner last = this;
    for (int i = 1; i < owners && last != null; i++) {
      last = last.earlier;
    }
    if (last != null) {
      last.earlier = null;
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
