package sample;

/** Stores into objects that are still the method's own, and into those that are not any more. */
public final class FreshCases {
  static FreshCases last;
  int x;
  int y;
  FreshCases next;

  FreshCases(int x, int y) {
    this.x = x;
    this.y = y;
  }

  /** Gives {@code this} away. */
  FreshCases(int x) {
    this.x = x;
    last = this;
    y = x;
  }

  static FreshCases made() {
    FreshCases made = new FreshCases(1, 2);
    made.x = 3;
    made.next = made.y > 2 ? null : last;
    return made;
  }

  static void stored() {
    FreshCases made = new FreshCases(1, 2);
    last = made;
    made.x = 3;
  }

  static void givenAwayByItsConstructor() {
    FreshCases made = new FreshCases(1);
    made.x = 3;
  }

  static void ofThePassBefore(int passes) {
    FreshCases made = new FreshCases(1, 2);
    for (int i = 0; i < passes; i++) {
      made.x = i;
      last = made;
    }
  }

  static void perhapsAnother(FreshCases other, boolean own) {
    FreshCases made = other;
    if (own) {
      made = new FreshCases(1, 2);
    }
    made.x = 3;
  }

  static void loadedBefore(FreshCases other) {
    FreshCases made = other;
    made.next = made = new FreshCases(1, 2);
  }

  static void copied() {
    FreshCases made = new FreshCases(1, 2);
    FreshCases copy = made;
    last = copy;
    made.x = 3;
  }
}
