package sample;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.Field;

/** Fields and elements that are accessed by reflection, and also directly. */
public final class ReflectionCases {
  private static final MethodHandle GETTER;
  private static final MethodHandle SETTER;
  private static final MethodHandle RAISER;
  private static final MethodHandle FLAG_GETTER;
  private static final MethodHandle SHARED_SETTER;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      GETTER = lookup.findGetter(ReflectionCases.class, "plain", int.class);
      SETTER = lookup.unreflectSetter(field("plain"));
      RAISER = lookup.findSetter(ReflectionCases.class, "flag", int.class);
      FLAG_GETTER = lookup.unreflectGetter(field("flag"));
      SHARED_SETTER = lookup.findStaticSetter(ReflectionCases.class, "shared", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static int shared;
  private int plain;
  private long other;
  private volatile int flag;

  private ReflectionCases() {}

  private static Field field(String name) throws ReflectiveOperationException {
    return ReflectionCases.class.getDeclaredField(name);
  }

  public static void main(String[] args) throws Exception {
    fields();
    handles();
    elements();
    ordered();
    failures();
  }

  private static void fields() throws Exception {
    ReflectionCases object = new ReflectionCases();
    Cases.racy("set, read", () -> set("plain", object, 1), () -> shared = object.plain);
    ReflectionCases read = new ReflectionCases();
    Cases.racy("get, write", () -> get("plain", read), () -> read.plain = 1);
    Cases.racy("static", () -> set("shared", null, 1), () -> shared = 2);
    ReflectionCases two = new ReflectionCases();
    Cases.clean("two fields", () -> set("plain", two, 1), () -> set("other", two, 1));
    Cases.clean("get, get", () -> get("plain", two), () -> get("plain", two));
  }

  private static void handles() throws Exception {
    ReflectionCases object = new ReflectionCases();
    Cases.racy("handle sets, read", () -> invoke(SETTER, object, 1), () -> get("plain", object));
    ReflectionCases read = new ReflectionCases();
    Cases.racy("handle gets, write", () -> get(GETTER, read), () -> read.plain = 1);
    Cases.racy("handle sets a static field", ReflectionCases::share, ReflectionCases::share);
    Cases.clean("handle gets, read", () -> get(GETTER, object), () -> get("plain", object));
  }

  private static void share() {
    try {
      SHARED_SETTER.invokeExact(3);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void elements() throws Exception {
    int[] array = new int[4];
    Cases.racy("element", () -> Array.setInt(array, 1, 1), () -> array[1] = 2);
    Cases.racy("element read", () -> Array.get(array, 2), () -> array[2] = 2);
    Cases.clean("two elements", () -> Array.set(array, 0, 1), () -> array[3] = 2);
  }

  private static void ordered() throws Exception {
    ReflectionCases raised = new ReflectionCases();
    Cases.clean(
        "a volatile field that is set by reflection",
        () -> {
          raised.plain = 1;
          set("flag", raised, 1);
        },
        () -> {
          while (raised.flag == 0) {
            Thread.onSpinWait();
          }
          raised.plain++;
        });
    ReflectionCases handled = new ReflectionCases();
    Cases.clean(
        "a volatile field that handles set and get",
        () -> {
          handled.plain = 1;
          invoke(RAISER, handled, 1);
        },
        () -> {
          while (get(FLAG_GETTER, handled) == 0) {
            Thread.onSpinWait();
          }
          handled.plain++;
        });
  }

  /** What throws has accessed nothing. */
  private static void failures() throws Exception {
    int[] array = new int[1];
    Cases.clean("bad index", () -> beyond(array), () -> array[0] = 1);
    Cases.clean("no object", () -> missing(), () -> shared = 1);
  }

  private static void beyond(int[] array) {
    try {
      Array.setInt(array, 1, 1);
    } catch (ArrayIndexOutOfBoundsException e) {
      System.out.println("ArrayIndexOutOfBoundsException");
    }
  }

  private static void missing() {
    try {
      get("plain", null);
    } catch (NullPointerException e) {
      System.out.println("NullPointerException");
    }
  }

  private static void set(String field, ReflectionCases object, int value) {
    try {
      field(field).set(object, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object get(String field, ReflectionCases object) {
    try {
      return field(field).get(object);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static int get(MethodHandle getter, ReflectionCases object) {
    try {
      return (int) getter.invokeExact(object);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void invoke(MethodHandle setter, ReflectionCases object, int value) {
    try {
      setter.invoke(object, value);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
