package dev.goguard.race.context;

/** A numbered way to reach an access: its site, the stack when it was first seen, locks held. */
final class Context {
  final int site;
  private final Throwable stack;
  private final boolean callersKnown;
  private final HeldLock[] locks;

  Context(int site, Throwable stack, boolean callersKnown, HeldLock[] locks) {
    this.site = site;
    this.stack = stack;
    this.callersKnown = callersKnown;
    this.locks = locks;
  }

  StackTraceElement[] frames() {
    StackTraceElement[] frames = Frames.ofProgram(stack.getStackTrace());
    return callersKnown ? frames : Frames.withoutCallers(frames);
  }

  boolean callersKnown() {
    return callersKnown;
  }

  HeldLock[] locks() {
    return locks.clone();
  }
}
