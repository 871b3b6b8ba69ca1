package golden;

class Patterns {
  sealed interface Shape permits Circle, Square, Group {}

  record Circle(double radius) implements Shape {}

  record Square(double side, String name) implements Shape {
    static int made;

    Square {
      if (side < 0) throw new IllegalArgumentException(name);
      made++;
    }

    Square(double side) {
      this(side, "square");
    }

    double area() {
      return side * side();
    }
  }

  record Group(Shape left, Shape right) implements Shape {
    Group(Shape left, Shape right) {
      this.left = left;
      this.right = right;
    }
  }

  final class Other<T extends Number> {}

  int flow(Object o, Object p) {
    if (!(o instanceof String s)) {
      if (p instanceof Integer s) return s;
      return 0;
    }
    boolean both = o instanceof String t && t.length() > 1 && s.isEmpty();
    while (!(p instanceof Integer found)) {
      p = o;
    }
    return s.length() + found;
  }

  double records(Object o) {
    if (o instanceof Group(Circle(double r), Square(var side, String name)) && r > side) {
      return r + name.length();
    }
    return o instanceof Circle c ? c.radius() : 0;
  }

  String switches(Object o) {
    return switch (o) {
      case null -> "null";
      case String s when s.length() > 2 -> s;
      case String s when s.isEmpty() -> "empty";
      case Group(Circle c, var right) -> c + "" + right;
      case Integer i -> {
        int twice = i * 2;
        yield "" + twice;
      }
      case int[] numbers -> "" + numbers.length;
      default -> "other";
    };
  }

  void statement(Shape shape) {
    switch (shape) {
      case Circle c:
        c.radius();
        break;
      case Square s when s.side() > 1:
        s.area();
        break;
      case Square s when !s.name().isEmpty():
        break;
      case Square s:
        break;
      case Group g:
        g.left();
    }
    switch (shape) {
      case Square s when (s.name().isEmpty()) -> {}
      case Circle c -> c.radius();
      case null, default -> {}
    }
  }
}
