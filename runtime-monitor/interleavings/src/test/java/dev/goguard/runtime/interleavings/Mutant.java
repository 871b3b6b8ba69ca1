package dev.goguard.runtime.interleavings;

import dev.goguard.explore.Hang;

/**
 * A bug planted into a copy of one source file of the runtime, and the program that must find it.
 *
 * @param bug what is wrong then
 * @param file the source file, below the runtime's root package
 * @param original code that stands in it exactly once
 * @param planted what stands there instead
 * @param program the program that goes wrong then
 * @param capacity the capacity with which it does
 * @param symptom how it goes wrong
 */
record Mutant(
    String bug,
    String file,
    String original,
    String planted,
    Enum<?> program,
    int capacity,
    Symptom symptom) {

  /** How a bug shows. */
  enum Symptom {
    /** Somebody waits for ever: what a lost wake-up or a deadlock does, and nothing else does. */
    HANGS {
      @Override
      boolean fits(Throwable failure) {
        return failure instanceof Hang;
      }
    },

    /** The program's own check fails: something was lost, doubled or seen too early. */
    FAILS_ITS_CHECK {
      @Override
      boolean fits(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("seen: ");
      }
    },

    /** The runtime notices that it is in a state that cannot be. */
    PANICS {
      @Override
      boolean fits(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("sync: ");
      }
    };

    abstract boolean fits(Throwable failure);
  }

  /** The file's text with the bug in it. */
  String plantedIn(String text) {
    int at = text.indexOf(original);
    if (at < 0 || text.indexOf(original, at + 1) >= 0) {
      throw new IllegalStateException(file + " does not say once: " + original);
    }
    return text.replace(original, planted);
  }

  @Override
  public String toString() {
    return bug;
  }
}
