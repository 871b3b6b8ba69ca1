package dev.goguard.runtime.interleavings;

/** A small concurrent program; each run begins from nothing and throws when something is wrong. */
public interface Program {
  /** Runs the program once, with channels of the given capacity if it has channels. */
  void run(int capacity);
}
