package sample;

/** A class that is loaded before the agent: its fields carry nothing. */
final class Early {
  static volatile int turn;

  volatile int ready;
  volatile long when;

  Early() {}
}
