package dev.goguard.benchmarks.runtime;

/** A peer's channel, or its nearest equal, of small integers that need no allocation. */
abstract class Pipe {
  abstract void send(int value);

  abstract int receive();
}
