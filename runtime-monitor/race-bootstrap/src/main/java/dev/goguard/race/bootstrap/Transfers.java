package dev.goguard.race.bootstrap;

/**
 * Hooks of files, sockets and pipes: what is done before something is written happens before what
 * follows a read.
 *
 * <p>What is read may have come any way, through another descriptor or another process, so there is
 * one clock for all, as in Go. A thread that only writes, such as one that prints, is ordered after
 * nobody.
 */
public final class Transfers {
  private static final Object ALL = new Object();

  private Transfers() {}

  /** Before something is written. */
  public static void writing() {
    Handovers.release(ALL);
  }

  /** After something was read. */
  public static void read() {
    Handovers.acquire(ALL);
  }
}
