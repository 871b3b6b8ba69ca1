package corpus.race.juc;

/** What the sides of a program share besides the object under test. */
final class Shared {
  int data;
  int more;
}
