package corpus.race.go;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.Field;

/** After {@code reflect_test.go}: accesses whose variable is known at run time only. */
final class Reflections {
  private static final Field FIELD;
  private static final MethodHandle SETTER;

  static {
    try {
      FIELD = Captured.class.getDeclaredField("x");
      SETTER = MethodHandles.lookup().unreflectSetter(FIELD);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Reflections() {}

  /** A field that is set and read by reflection. */
  static void raceReflectRW() throws Exception {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      // RACE: x
      FIELD.setInt(v, 1);
      done.send(true);
    });
    // RACE: x
    int seen = FIELD.getInt(v);
    done.receive();
  }

  /** A field that is set by reflection and through a method handle. */
  static void raceReflectWW() throws Throwable {
    Captured v = new Captured();
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      // RACE: x
      FIELD.setInt(v, 1);
      done.send(true);
    });
    // RACE: x
    SETTER.invokeExact(v, 2);
    done.receive();
  }

  /** An element that is copied onto itself. */
  static void raceReflectCopyWW() {
    byte[] a = new byte[2];
    Chan<Boolean> done = Chan.make(1);
    Go.go(() -> {
      // RACE: element
      Array.setByte(a, 0, Array.getByte(a, 0));
      done.send(true);
    });
    // RACE: element
    Array.setByte(a, 0, Array.getByte(a, 0));
    done.receive();
  }
}
