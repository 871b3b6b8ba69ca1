package dev.goguard.race.bootstrap;

import dev.goguard.race.shadow.Slots;
import java.util.concurrent.Phaser;

/**
 * Hooks of phasers: an arrival is before what follows the advance of its phase.
 *
 * <p>Each phase has a clock, at the root of the phasers that form a tree. Whoever arrives holds up
 * the phase in which it arrives, so the phase read before is the right one.
 */
public final class Phasers {
  private Phasers() {}

  /** Before the current thread arrives. */
  public static void arriving(Phaser phaser) {
    Handovers.release(phaser.getRoot(), slotOf(phaser.getPhase()));
  }

  /** Before {@code onAdvance}, which follows every arrival of the phase. */
  public static void advancing(Phaser phaser) {
    Handovers.acquire(phaser.getRoot(), slotOf(phaser.getPhase()));
  }

  /** After the current thread has learned that a phase is over. */
  public static void advancedPast(int phase, Phaser phaser) {
    Handovers.acquire(phaser.getRoot(), slotOf(phase));
  }

  /** After the current thread has learned which phase it is. */
  public static void advancedTo(int phase, Phaser phaser) {
    advancedPast(phase - 1, phaser);
  }

  private static int slotOf(int phase) {
    return Slots.PHASES - (phase & 0xFF);
  }
}
