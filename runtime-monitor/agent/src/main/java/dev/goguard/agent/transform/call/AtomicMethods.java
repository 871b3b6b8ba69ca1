package dev.goguard.agent.transform.call;

import dev.goguard.race.shadow.AccessMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the methods of atomic classes are to the memory model, by the Javadoc of each. */
final class AtomicMethods {
  private static final String ATOMIC = "java/util/concurrent/atomic/";
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final Set<String> ADDERS = Set.of(
      ATOMIC + "LongAdder",
      ATOMIC + "DoubleAdder",
      ATOMIC + "LongAccumulator",
      ATOMIC + "DoubleAccumulator");

  /** That the operation calls a function of the program; not one of {@link AccessMode}'s bits. */
  static final int FUNCTION = 1 << 16;

  /**
   * Lines of: r reads, w writes, a acquires, l releases, p replaces earlier releases, P is plain, c
   * is conditional, f calls a function; and the methods that do so.
   */
  private static final String METHODS = """
      ra get getVolatile getAcquire getReference getStamp isMarked
      ra intValue longValue floatValue doubleValue toString
      wl set setVolatile
      wlp lazySet setRelease
      rP getPlain
      wP setPlain
      r getOpaque
      w setOpaque
      rwalc compareAndSet weakCompareAndSetVolatile compareAndExchange attemptStamp attemptMark
      rwac compareAndExchangeAcquire weakCompareAndSetAcquire
      rwlc compareAndExchangeRelease weakCompareAndSetRelease
      rwc weakCompareAndSet weakCompareAndSetPlain
      rwal getAndSet getAndAdd getAndIncrement getAndDecrement
      rwal addAndGet incrementAndGet decrementAndGet
      rwal getAndBitwiseOr getAndBitwiseAnd getAndBitwiseXor
      rwa getAndSetAcquire getAndAddAcquire
      rwa getAndBitwiseOrAcquire getAndBitwiseAndAcquire getAndBitwiseXorAcquire
      rwl getAndSetRelease getAndAddRelease
      rwl getAndBitwiseOrRelease getAndBitwiseAndRelease getAndBitwiseXorRelease
      rwalf getAndUpdate updateAndGet getAndAccumulate accumulateAndGet
      """;

  private static final String VAR_HANDLE_METHODS = """
      rP get
      wP set
      rwalc weakCompareAndSet
      """;

  /** An adder orders whoever asks for the sum after the additions in it, and nothing else. */
  private static final String ADDER_METHODS = """
      wl add increment decrement accumulate reset
      ra sum get intValue longValue floatValue doubleValue toString
      rwal sumThenReset getThenReset
      """;

  private static final Map<String, Integer> MODES = new HashMap<>();
  private static final Map<String, Integer> ADDER_MODES = new HashMap<>();
  private static final Map<String, Integer> VAR_HANDLE_MODES = new HashMap<>();

  static {
    read(METHODS, MODES);
    read(METHODS, VAR_HANDLE_MODES);
    read(VAR_HANDLE_METHODS, VAR_HANDLE_MODES);
    read(ADDER_METHODS, ADDER_MODES);
  }

  private AtomicMethods() {}

  private static void read(String table, Map<String, Integer> modes) {
    for (String line : table.split("\n")) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        modes.put(words[i], words[0].chars().map(AtomicMethods::bit).sum());
      }
    }
  }

  private static int bit(int letter) {
    return switch (letter) {
      case 'r' -> AccessMode.READ;
      case 'w' -> AccessMode.WRITE;
      case 'a' -> AccessMode.ACQUIRE;
      case 'l' -> AccessMode.RELEASE;
      case 'p' -> AccessMode.REPLACE;
      case 'P' -> AccessMode.PLAIN;
      case 'c' -> AccessMode.CONDITIONAL;
      default -> FUNCTION;
    };
  }

  /** Whether atomic classes have a method of this name. */
  static boolean isKnown(String method) {
    return MODES.containsKey(method) || ADDER_MODES.containsKey(method);
  }

  /** The bits of an operation, or 0 when it is not one. */
  static int mode(String owner, String method) {
    if (owner.equals(VAR_HANDLE)) {
      return VAR_HANDLE_MODES.getOrDefault(method, 0);
    }
    if (UnsafeMethods.contains(owner)) {
      return UnsafeMethods.mode(method);
    }
    if (!owner.startsWith(ATOMIC)) {
      return 0;
    }
    return (ADDERS.contains(owner) ? ADDER_MODES : MODES).getOrDefault(method, 0);
  }

  /** Whether the operation is made on what a handle was made for, and not on the receiver. */
  static boolean isHandle(String owner) {
    return owner.equals(VAR_HANDLE) || owner.endsWith("FieldUpdater");
  }

  /** Whether the first argument says which element the operation is made on. */
  static boolean isArray(String owner) {
    return owner.startsWith(ATOMIC) && owner.endsWith("Array");
  }
}
