package sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;

/** Classes of all kinds; prints the same with and without the agent. */
public final class Shapes {
  private Shapes() {}

  /** Without a version of its own: the JDK computes one from its members. */
  @SuppressWarnings("serial")
  public static class Saved implements Serializable {
    public int number = 4;
    protected volatile long stamp = 5;
    String text = "six";
    private double hidden = 7;

    double sum() {
      return number + stamp + text.length() + hidden;
    }
  }

  private static class Base {
    int below = 1;
    protected long[] cells = {1, 2};

    class Inner {
      long sum() {
        return below++ + cells[1];
      }
    }
  }

  private static final class Derived extends Base {
    int above = below + 1;

    Derived() {
      this(3);
      below += above;
    }

    Derived(int start) {
      super();
      above = start + below;
    }
  }

  private enum Colour {
    RED,
    GREEN {
      @Override
      int paint() {
        return uses += 10;
      }
    };

    int uses;

    int paint() {
      return ++uses;
    }
  }

  private record Pair(int left, String right) {
    static int made;

    Pair {
      made++;
    }
  }

  private interface Named {
    Object ID = new StringBuilder("named");

    default String name() {
      return ID.toString();
    }
  }

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    System.out.println(ObjectStreamClass.lookup(Saved.class).getSerialVersionUID());
    System.out.println(((Saved) copy(new Saved())).sum());
    Derived derived = new Derived();
    System.out.println(derived.above + derived.below + derived.new Inner().sum());
    System.out.println(Colour.RED.paint() + Colour.GREEN.paint());
    System.out.println(new Pair(1, "two") + " " + Pair.made + new Named() {}.name());
  }

  private static Object copy(Object object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
