package corpus.race;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All programs of the corpus: the one place where their classes are listed. */
public final class Programs {
  private static final List<String> CLASSES = List.of(
      "go.Atomics",
      "go.ChannelCloses",
      "go.ChannelLocks",
      "go.ChannelVariables",
      "go.Channels",
      "go.Comp",
      "go.Finalizers",
      "go.InputOutput",
      "go.Issue12664",
      "go.MapKeys",
      "go.MapOperations",
      "go.MopArithmetic",
      "go.MopCalls",
      "go.MopClosures",
      "go.MopControlFlow",
      "go.MopCopies",
      "go.MopInits",
      "go.MopMethods",
      "go.MopValues",
      "go.Mutexes",
      "go.Pools",
      "go.RWMutexes",
      "go.RangeFuncs",
      "go.Reflections",
      "go.Regressions",
      "go.Selects",
      "go.SliceElements",
      "go.SliceVariables",
      "go.Syncs",
      "go.Synctests",
      "go.Times",
      "go.WaitGroups",
      "goker.Counters",
      "goker.DataRaces",
      "goker.Misuses",
      "goker.SliceRaces",
      "jcstress.AccessModes",
      "jcstress.Fences",
      "jcstress.Publications",
      "jcstress.ReadModifyWrites",
      "jls.ClassInitialisation",
      "jls.FinalFields",
      "jls.Interrupts",
      "jls.MemoryModel",
      "jls.Monitors",
      "jls.ThreadLife",
      "jls.Volatiles",
      "jls.WaitSets",
      "jls.WordTearing",
      "juc.Atomics",
      "juc.Buffers",
      "juc.Completions",
      "juc.ConcurrentCollections",
      "juc.Executions",
      "juc.Forks",
      "juc.Locks",
      "juc.PlainCollections",
      "juc.Queues",
      "juc.StampedLocks",
      "juc.SynchronizedCollections",
      "juc.Synchronizers",
      "juc.ThreadLocals",
      "juc.Timers");

  private Programs() {}

  /** Every program, class by class, by name within a class. */
  public static List<Program> all() {
    return CLASSES.stream().map(Programs::named).flatMap(Programs::of).toList();
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName("corpus.race." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("listed, but not there", e);
    }
  }

  /** The programs of a class. */
  static Stream<Program> of(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(Program::isProgram)
        .map(Program::new)
        .sorted(Comparator.comparing(Program::name));
  }

  /**
   * The programs that any of the words selects; all of them without words.
   *
   * @throws IllegalArgumentException when a word selects none
   */
  static List<Program> selected(String... words) {
    for (String word : words) {
      if (all().stream().noneMatch(program -> program.isNamed(word))) {
        throw new IllegalArgumentException("no class or program is called " + word);
      }
    }
    return all().stream()
        .filter(p -> words.length == 0 || Arrays.stream(words).anyMatch(p::isNamed))
        .toList();
  }
}
