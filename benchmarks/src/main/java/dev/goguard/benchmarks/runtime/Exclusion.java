package dev.goguard.benchmarks.runtime;

/** A peer's lock. */
abstract class Exclusion {
  abstract void lock();

  abstract void unlock();
}
