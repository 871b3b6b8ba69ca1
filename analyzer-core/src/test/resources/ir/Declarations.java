package golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@SuppressWarnings({"First", "Second"})
public abstract class Declarations<T extends Comparable<T>> extends ArrayList<T>
    implements Runnable {
  private volatile int first = 1;
  protected transient T second;
  public static final Map<String, List<Integer>> REGISTRY = new HashMap<>();

  {
    first++;
  }

  static {
    REGISTRY.clear();
  }

  private final int third = first + 1;

  protected Declarations() {
    this(1);
  }

  private Declarations(int first) {
    super(first);
    this.first = first;
  }

  abstract <K extends T, X extends Exception> K generic(K[] keys, List<? super K> sink, X... rest)
      throws X;

  native void nativeMethod();

  @Deprecated
  public final synchronized void annotated(@Marker("p") int parameter) {}

  Runnable anonymous(int captured) {
    return new Runnable() {
      int runs = captured;

      @Override
      public void run() {
        runs++;
        first = runs;
        Declarations.this.run();
        new Object() {
          int depth() {
            return runs + first + captured;
          }
        }.depth();
      }
    };
  }

  void local() {
    class Local {
      int value;

      class Member {
        int both() {
          return value + first;
        }
      }
    }
    new Local().value = 1;
    record Pair(int a, int b) {}
    enum Flag {
      ON
    }
    interface Shape {
      int area();
    }
    Shape shape = () -> new Pair(1, 2).a();
  }

  void localAgain() {
    class Local {}
    new Local();
  }

  class Inner {
    int outerField() {
      return first + Declarations.this.first + size();
    }

    Declarations<T> outer() {
      return Declarations.this;
    }
  }

  static class Nested {}

  Inner make() {
    return this.new Inner();
  }
}

enum Planet implements Runnable {
  EARTH,
  MARS(2) {
    @Override
    int moons() {
      return 2 + bonus;
    }
  };

  static int count;
  int bonus;

  Planet() {
    this(1);
  }

  Planet(int bonus) {
    this.bonus = bonus;
  }

  int moons() {
    return 1;
  }

  public void run() {}
}

interface Contract extends Runnable {
  int LIMIT = Integer.parseInt("3");

  static void helper() {}

  default void run() {
    helper();
    hidden();
  }

  private void hidden() {}
}

@interface Marker {
  String value() default "none";

  int[] numbers() default {1, 2};

  Class<?> type() default Object.class;
}

class Child implements Contract {
  @Override
  public void run() {
    Contract.super.run();
    super.toString();
    Runnable qualified =
        new Runnable() {
          @Override
          public void run() {
            Child.super.hashCode();
          }
        };
  }
}
