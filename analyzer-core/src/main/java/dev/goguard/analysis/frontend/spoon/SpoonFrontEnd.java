package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.FrontEnd;
import dev.goguard.analysis.SourceSet;

/** Lowers source through Spoon, on a thread whose stack is deep enough for generated code. */
public final class SpoonFrontEnd implements FrontEnd {
  /** Stack of the lowering thread in bytes: nesting of about a hundred thousand levels. */
  static final long STACK_SIZE = 512L << 20;

  private final long stackSize;

  public SpoonFrontEnd() {
    this(STACK_SIZE);
  }

  SpoonFrontEnd(long stackSize) {
    this.stackSize = stackSize;
  }

  @Override
  public Lowered lower(SourceSet sources) {
    LoweringRun run = new LoweringRun(sources);
    Thread thread = new Thread(null, run, "goguard-front-end", stackSize);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return run.result();
  }
}
