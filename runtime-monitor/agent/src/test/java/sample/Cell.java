package sample;

/** What two threads of a sample access. */
final class Cell {
  int value;
}
