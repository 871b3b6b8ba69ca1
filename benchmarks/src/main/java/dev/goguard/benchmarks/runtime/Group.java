package dev.goguard.benchmarks.runtime;

/** A peer's way of waiting for goroutines, whose number is given when it is made. */
abstract class Group {
  abstract void go(Task task);

  abstract void await();
}
