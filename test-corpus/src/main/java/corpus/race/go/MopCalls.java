package corpus.race.go;

import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import corpus.race.go.Vars.Point;
import dev.goguard.runtime.WaitGroup;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/** Accesses made to call something: arguments, receivers, methods as values. */
final class MopCalls {
  private MopCalls() {}

  private static void empty(int x) {}

  private static void empty(int x, int y) {}

  private interface Shape {
    void draw(int x);
  }

  private static final class Square implements Shape {
    int x;
    int y;

    @Override
    public void draw(int x) {}

    int area() {
      return x * y;
    }
  }

  private static final class ShapeVar {
    Shape shape = new Square();
    Square square = new Square();
    IntUnaryOperator function = x -> x * x;
  }

  /** An argument is read for a call. */
  static void raceFuncArgument() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> empty(v.x),
        // RACE: x
        () -> v.x = 1);
  }

  /** An argument of a goroutine's body is read by the starter, unordered with an earlier one. */
  static void raceFuncArgument2() {
    Vars v = new Vars();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      // RACE: x
      v.x = 42;
    });
    // RACE: x
    int argument = v.x;
    running.go(() -> use(argument));
    running.await();
  }

  /** A variable is read to be printed. */
  static void raceSprint() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> use(String.valueOf(v.x)),
        // RACE: x
        () -> v.x = 1);
  }

  /** The goroutine has a copy of the argument. */
  static void noRaceFuncArgsRW() {
    Vars v = new Vars();
    WaitGroup running = new WaitGroup();
    byte argument = v.b;
    running.go(() -> use(argument));
    v.b = 1;
    running.await();
  }

  /** The goroutine has a reference to the argument's holder. */
  static void raceFuncArgsRW() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: b
        () -> use(v.b),
        // RACE: b
        () -> v.b = 1);
  }

  /** The variable that holds the function is assigned while the function is called. */
  static void raceFuncItself() throws Exception {
    Vars v = new Vars();
    v.body = () -> {};
    spawned(
        // RACE: body
        () -> v.body.run(),
        // RACE: body
        () -> v.body = () -> {});
  }

  /** A function variable called here and assigned there. */
  static void raceFuncVariableRW() throws Exception {
    ShapeVar v = new ShapeVar();
    spawned(
        // RACE: function
        () -> v.function = x -> x,
        // RACE: function
        () -> use(v.function.applyAsInt(1)));
  }

  /** A function variable assigned on both sides. */
  static void raceFuncVariableWW() throws Exception {
    ShapeVar v = new ShapeVar();
    spawned(
        // RACE: function
        () -> v.function = x -> x,
        // RACE: function
        () -> v.function = x -> x * x);
  }

  /** The receiver of an interface call is assigned. */
  static void raceInterCall() throws Exception {
    ShapeVar v = new ShapeVar();
    spawned(
        // RACE: shape
        () -> v.shape = new Square(),
        // RACE: shape
        () -> v.shape.draw(0));
  }

  /** The argument of an interface call is assigned. */
  static void raceInterCall2() throws Exception {
    Vars v = new Vars();
    Shape shape = new Square();
    spawned(
        // RACE: z
        () -> v.z = 42,
        // RACE: z
        () -> shape.draw(v.z));
  }

  /** The second argument of a call is assigned. */
  static void raceFuncCall() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: y
        () -> v.y = 42,
        // RACE: y
        () -> empty(v.x, v.y));
  }

  /** The argument of a method call is assigned. */
  static void raceMethodCall() throws Exception {
    Vars v = new Vars();
    Square square = new Square();
    spawned(
        // RACE: x
        () -> v.x = 42,
        // RACE: x
        () -> square.draw(v.x));
  }

  /** The receiver of a method call is assigned. */
  static void raceMethodCall2() throws Exception {
    ShapeVar v = new ShapeVar();
    spawned(
        // RACE: square
        () -> v.square = new Square(),
        // RACE: square
        () -> v.square.draw(0));
  }

  /** A method reference reads the variable that holds its receiver. */
  static void raceMethodValue() throws Exception {
    ShapeVar v = new ShapeVar();
    spawned(
        // RACE: square
        () -> v.square = new Square(), () -> {
          // RACE: square
          IntSupplier area = v.square::area;
          use(area);
        });
  }

  /** The same with a receiver known by its interface. */
  static void raceMethodValue2() throws Exception {
    ShapeVar v = new ShapeVar();
    spawned(
        // RACE: shape
        () -> v.shape = new Square(), () -> {
          // RACE: shape
          java.util.function.IntConsumer draw = v.shape::draw;
          use(draw);
        });
  }

  /** The receiver's value is copied for later: its fields are read now. */
  static void raceMethodValue3() throws Exception {
    Point p = new Point();
    spawned(
        // RACE: x
        () -> p.x = 1, () -> {
          // RACE: x
          Point copy = new Point(p.x, p.y);
          IntSupplier later = copy::x;
          use(later);
        });
  }

  /** A method reference to an object does not read the object. */
  static void noRaceMethodValue() throws Exception {
    Point p = new Point();
    spawned(() -> p.x = 1, () -> {
      IntSupplier later = p::x;
      use(later);
    });
  }

  /** The exception to be thrown is read from a variable. */
  static void racePanicArg() {
    Vars v = new Vars();
    v.err = new IllegalStateException("err");
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      // RACE: err
      v.err = new IllegalStateException("err2");
    });
    try {
      // RACE: err
      throw v.err;
    } catch (Exception expected) {
      running.await();
    }
  }

  /** The argument of a deferred call is evaluated when it is deferred. */
  static void raceDeferArg() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: x
        () -> v.x = 42, () -> {
          // RACE: x
          int argument = v.x;
          try {
            use("body");
          } finally {
            empty(argument);
          }
        });
  }

  /** The receiver of a deferred call is evaluated when it is deferred. */
  static void raceDeferArg2() throws Exception {
    ShapeVar v = new ShapeVar();
    spawned(
        // RACE: square
        () -> v.square = new Square(), () -> {
          // RACE: square
          Square receiver = v.square;
          try {
            use("body");
          } finally {
            receiver.draw(1);
          }
        });
  }

  /** A lambda that would read the variable is made, not called. */
  static void noRaceAddrExpr() throws Exception {
    Vars v = new Vars();
    spawned(() -> v.x = 42, () -> {
      IntSupplier later = () -> v.x;
      use(later);
    });
  }

  /** The way to a field leads over a reference that is assigned. */
  static void raceAddrExpr() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: p
        () -> v.p = new Point(), () -> {
          // RACE: p
          IntSupplier later = v.p::x;
          use(later);
        });
  }

  /** An argument of a lambda called at once. */
  static void raceAsFunc2() throws Exception {
    Vars v = new Vars();
    IntUnaryOperator same = x -> x;
    spawned(
        // RACE: x
        () -> use(same.applyAsInt(v.x)),
        // RACE: x
        () -> v.x = 42);
  }

  /** A goroutine started with a value boxed by its starter, itself a goroutine. */
  static void raceEfaceConv() {
    Vars v = new Vars();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      // RACE: x
      Object boxed = v.x;
      running.go(() -> use(boxed));
    });
    // RACE: x
    v.x = 42;
    running.await();
  }

  /** A goroutine started with a reference widened to an interface. */
  static void raceIfaceConv() {
    ShapeVar v = new ShapeVar();
    WaitGroup running = new WaitGroup();
    running.go(() -> {
      // RACE: square
      Shape widened = v.square;
      running.go(() -> use(widened));
    });
    // RACE: square
    v.square = new Square();
    running.await();
  }
}
