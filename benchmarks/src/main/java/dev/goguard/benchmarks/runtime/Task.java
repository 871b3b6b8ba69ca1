package dev.goguard.benchmarks.runtime;

import dev.goguard.runtime.GoBody;

/** What a goroutine does, in a form that every peer takes as it is, without a wrapper. */
@FunctionalInterface
interface Task extends Runnable, GoBody {
  @Override
  void run();
}
