package dev.goguard.explore;

import java.util.SplittableRandom;

/**
 * Runs a program in its interleavings: in all with no preemption, in all with one, and so on, until
 * a number of executions is reached; the rest of that number it spends on random ones.
 *
 * <p>A preemption is a switch away from a strand that could go on. Switches where a strand parks,
 * spins, joins or ends are free, and all of them are tried. So are all results of random choices.
 * Most bugs need one or two preemptions.
 *
 * <p>Memory is sequentially consistent here.
 */
public final class Explorer {
  private static final int MAX_PREEMPTIONS = 4;

  private final int executions;
  private final long seed;

  /** Explores up to so many executions. */
  public Explorer(int executions, long seed) {
    this.executions = executions;
    this.seed = seed;
  }

  /**
   * What was explored.
   *
   * @param executions how many executions
   * @param complete with how many preemptions all were tried; -1 for none
   * @param failure what went wrong in the last one, or null
   */
  public record Result(int executions, int complete, Throwable failure) {}

  /** Explores until something goes wrong. */
  public Result explore(Runnable program) throws InterruptedException {
    return new Exploration(program).run();
  }

  private final class Exploration {
    private final Runnable program;
    private int done;
    private int complete = -1;
    private Throwable failure;

    Exploration(Runnable program) {
      this.program = program;
    }

    Result run() throws InterruptedException {
      while (complete < MAX_PREEMPTIONS && exhausts(complete + 1)) {
        complete++;
      }
      if (complete < MAX_PREEMPTIONS && failure == null) {
        goAtRandom();
      }
      return new Result(done, complete, failure);
    }

    /** Half of all are for this: when they run out, random ones get to where these do not. */
    private boolean exhausts(int preemptions) throws InterruptedException {
      Choices all = new Choices(null);
      while (done < executions / 2) {
        if (fails(all, preemptions)) {
          return false;
        }
        if (!all.next()) {
          return true;
        }
      }
      return false;
    }

    private void goAtRandom() throws InterruptedException {
      Choices random = new Choices(new SplittableRandom(seed));
      while (done < executions && !fails(random, MAX_PREEMPTIONS)) {}
    }

    private boolean fails(Choices choices, int preemptions) throws InterruptedException {
      done++;
      failure = new Execution(choices, preemptions).run(program);
      return failure != null;
    }
  }
}
