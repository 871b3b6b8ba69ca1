package dev.goguard.race.detector;

/**
 * One line of a trace: {@code thread operation object}, for example {@code 1 wr x}.
 *
 * <p>Operations on variables: {@code rd}, {@code wr}, and atomically {@code ard}, {@code awr}. On
 * synchronization objects: {@code acq}, {@code rel}, {@code merge}, {@code rmw}. On threads:
 * {@code fork}, {@code join}; {@code end} has no object.
 */
record Event(int thread, String operation, String object) {
  static Event parse(String line) {
    String[] words = line.trim().split(" +");
    return new Event(Integer.parseInt(words[0]), words[1], words.length < 3 ? "" : words[2]);
  }

  boolean isAccess() {
    return kind() >= 0;
  }

  /** The kind of an access, or -1. */
  int kind() {
    return switch (operation) {
      case "rd" -> Cell.READ;
      case "wr" -> Cell.WRITE;
      case "ard" -> Cell.ATOMIC_READ;
      case "awr" -> Cell.ATOMIC_WRITE;
      default -> -1;
    };
  }

  int otherThread() {
    return Integer.parseInt(object);
  }

  @Override
  public String toString() {
    return thread + " " + operation + " " + object;
  }
}
