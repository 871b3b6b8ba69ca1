package dev.goguard.race.shadow;

/**
 * Whether the program accesses atomic objects plainly, too: only then can an access to one race.
 *
 * <p>Hardly any program does, so their accesses are recorded only after code that does so has been
 * loaded. What was accessed before that is not compared with it.
 */
public final class MixedAccess {
  private static volatile boolean possible;

  private MixedAccess() {}

  /** Code with a plain access of an atomic object is being loaded. */
  public static void becomesPossible() {
    possible = true;
  }

  static boolean isPossible() {
    return possible;
  }
}
