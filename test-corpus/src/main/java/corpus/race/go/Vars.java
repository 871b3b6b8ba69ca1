package corpus.race.go;

/** The variables that the two sides of a program share. */
final class Vars {
  int x;
  int y;
  int z;
  int i;
  float f;
  double d;
  double e;
  char c;
  byte b;
  boolean stop;
  String s = "";
  String t = "world";
  Object any;
  Exception err;
  Runnable body;
  int[] ints;
  int[] ints2;
  Point p = new Point();
  NamedPoint named = new NamedPoint();

  static final class Point {
    int x;
    int y;

    Point() {}

    Point(int x, int y) {
      this.x = x;
      this.y = y;
    }

    int x() {
      return x;
    }
  }

  static final class NamedPoint {
    String name = "a";
    Point p = new Point();
  }
}
