package corpus.race.jls;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import corpus.race.Gate;
import java.util.ArrayList;
import java.util.List;

/** JLS 12.4.2: who uses a class sees what its initialisation did. */
final class ClassInitialisation {
  private ClassInitialisation() {}

  /** Two threads read what an initialiser wrote; one of them ran it. */
  static void noRaceStaticField() throws Exception {
    final class Config {
      static int port;
      static int[] sizes = new int[2];

      static {
        port = 8080;
        sizes[1] = 7;
      }
    }

    threads(() -> use(Config.port + Config.sizes[1]), () -> use(Config.port + Config.sizes[1]));
  }

  /** One thread initialises the class; the other one comes when that is over. */
  static void noRaceInitialisedLongAgo() throws Exception {
    final class Config {
      static List<String> names = new ArrayList<>();

      static {
        names.add("first");
      }
    }

    Gate initialised = new Gate();
    threads(
        () -> {
          use(Config.names.size());
          initialised.open();
        },
        () -> {
          initialised.pass();
          use(Config.names.get(0));
        });
  }

  private static final class Single {
    int state;

    Single() {
      state = 42;
    }
  }

  private static final class Holder {
    static final Single ONE = new Single();
  }

  /** The lazily initialised holder of a single object. */
  static void noRaceHolder() throws Exception {
    threads(() -> use(Holder.ONE.state), () -> use(Holder.ONE.state));
  }

  private enum Level {
    LOW,
    HIGH;

    int weight;

    Level() {
      weight = ordinal() * 10;
    }
  }

  /** The constants of an enum with fields. */
  static void noRaceEnum() throws Exception {
    threads(() -> use(Level.LOW.weight), () -> use(Level.valueOf("HIGH").weight));
  }

  /** A superclass is initialised first. */
  static void noRaceSuperclass() throws Exception {
    class Parent {
      static int[] table = new int[4];

      static {
        table[3] = 9;
      }
    }

    final class Child extends Parent {
      int entry() {
        return table[3];
      }
    }

    threads(() -> use(new Child().entry()), () -> use(new Child().entry()));
  }

  /** The initialiser was run by reflection. */
  static void noRaceForName() throws Exception {
    final class Config {
      static int port;

      static {
        port = 8080;
      }
    }

    String name = Config.class.getName();
    ClassLoader loader = ClassInitialisation.class.getClassLoader();
    threads(() -> Class.forName(name, true, loader), () -> use(Config.port));
  }

  /** A field is written after the initialisation. */
  static void raceWrittenLater() throws Exception {
    final class Config {
      static int port = 8080;
    }

    threads(
        // RACE: port
        () -> Config.port = 8081,
        // RACE: port
        () -> use(Config.port));
  }

  /** The thread that ran the initialiser goes on to write, and the other one comes by the class. */
  static void raceAfterItsInitialiser() throws Exception {
    final class Config {
      static int port = 8080;

      static int port() {
        // RACE: port
        return port;
      }
    }

    Gate written = new Gate();
    threads(
        () -> {
          use(Config.class);
          // RACE: port
          Config.port = 8081;
          written.open();
        },
        () -> {
          written.pass();
          use(Config.port());
        });
  }

  /** An initialiser starts a thread: what that thread does is no part of the initialisation. */
  static void raceThreadStartedByAnInitialiser() throws Exception {
    final class Loader {
      static final int[] loads = new int[1];
      // RACE: loads
      static final Thread thread = new Thread(() -> loads[0]++);

      static {
        thread.start();
      }
    }

    // RACE: loads
    use(Loader.loads[0]);
    Loader.thread.join();
  }
}
