package corpus.race.jls;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import corpus.race.Gate;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * JLS 17.5: who sees an object through a reference sees its final fields as its constructor left
 * them.
 *
 * <p>The references are handed over in opaque mode: both sides use them atomically, and nothing
 * else is ordered by that.
 */
final class FinalFields {
  private FinalFields() {}

  private static final class Slot {
    private static final VarHandle VALUE;

    static {
      try {
        VALUE = MethodHandles.lookup().findVarHandle(Slot.class, "value", Object.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private Object value;

    void put(Object made) {
      VALUE.setOpaque(this, made);
    }

    Object take() {
      Object taken = VALUE.getOpaque(this);
      while (taken == null) {
        Thread.yield();
        taken = VALUE.getOpaque(this);
      }
      return taken;
    }
  }

  private record Coordinates(int x, int y) {}

  /** The final field of an object that was handed over without order. */
  static void noRaceFinalField() throws Exception {
    final class Example {
      final int x;

      Example() {
        x = 3;
      }
    }

    Slot slot = new Slot();
    threads(() -> slot.put(new Example()), () -> use(((Example) slot.take()).x));
  }

  /** A field that is not final, of an object that was handed over without order. */
  static void raceFieldThatIsNotFinal() throws Exception {
    final class Example {
      final int x;
      int y;

      Example() {
        x = 3;
        // RACE: y
        y = 4;
      }
    }

    Slot slot = new Slot();
    threads(() -> slot.put(new Example()), () -> {
      Example seen = (Example) slot.take();
      use(seen.x);
      // RACE: y
      use(seen.y);
    });
  }

  /** A record has nothing but final fields. */
  static void noRaceRecord() throws Exception {
    Slot slot = new Slot();
    threads(() -> slot.put(new Coordinates(1, 2)), () -> {
      Coordinates seen = (Coordinates) slot.take();
      use(seen.x() + seen.y());
      use(seen.hashCode());
    });
  }

  /** Strings and boxes are made of final fields. */
  static void noRaceStringAndBox() throws Exception {
    Slot slot = new Slot();
    threads(() -> slot.put("made of " + slot.hashCode()), () -> {
      String seen = (String) slot.take();
      use(seen.length() + seen.hashCode());
    });
  }

  /** What is written behind a final field after the constructor is not covered. */
  static void raceElementsWrittenAfterTheConstructor() throws Exception {
    final class Example {
      final int[] elements = new int[2];
    }

    Slot slot = new Slot();
    threads(
        () -> {
          Example made = new Example();
          // RACE: element
          made.elements[0] = 42;
          slot.put(made);
        },
        () -> {
          Example seen = (Example) slot.take();
          // RACE: element
          use(seen.elements[0]);
        });
  }

  /** The reader comes to the elements by a way that does not lead through the final field. */
  static void raceAroundTheFinalField() throws Exception {
    Slot slot = new Slot();
    final class Example {
      final int[] elements;

      Example() {
        elements = new int[2];
        // RACE: element
        elements[0] = 42;
        slot.put(elements);
      }
    }

    threads(() -> use(new Example()), () -> {
      int[] seen = (int[]) slot.take();
      // RACE: element
      use(seen[0]);
    });
  }

  /** The reference itself is a plain variable. */
  static void raceReferenceToAnImmutableObject() throws Exception {
    Coordinates[] current = {new Coordinates(0, 0)};
    threads(
        // RACE: current
        () -> current[0] = new Coordinates(1, 1),
        // RACE: current
        () -> use(current[0].x()));
  }

  /** A captured local is a final field of the lambda. */
  static void noRaceCapturedLocal() throws Exception {
    Slot slot = new Slot();
    threads(
        () -> {
          int captured = slot.hashCode();
          Runnable made = () -> use(captured);
          slot.put(made);
        },
        () -> ((Runnable) slot.take()).run());
  }

  /** An object of a plain class, published without order and changed by its reader. */
  static void raceFieldInitialiser() throws Exception {
    final class Example {
      // RACE: y
      int y = 4;
    }

    Slot slot = new Slot();
    Gate read = new Gate();
    threads(
        () -> {
          slot.put(new Example());
          read.pass();
        },
        () -> {
          Example seen = (Example) slot.take();
          // RACE: y
          seen.y++;
          read.open();
        });
  }
}
