package dev.goguard.race.context;

import dev.goguard.race.detector.ThreadState;
import java.util.Arrays;

/**
 * Numbers each pair of calling context and access site, and keeps the stack of its first sighting.
 *
 * <p>A calling context is 64 bits that each call in instrumented code computes from its caller's
 * and its own site (Bond and McKinley, Probabilistic Calling Context, OOPSLA 2007). A stack is
 * walked once per number, however often the access is made.
 */
public final class Contexts {
  private static long[] keys = new long[1024];
  private static int[] numbers = new int[1024];
  private static Throwable[] stacks = new Throwable[512];
  private static int count = 1;

  private Contexts() {}

  /** The number of an access at {@code site} in a method that was entered in {@code context}. */
  public static synchronized int intern(ThreadState thread, long context, int site) {
    long key = (context * 31 + site) * 0x9E3779B97F4A7C15L | 1;
    int at = find(key);
    if (keys[at] == 0) {
      thread.ignored++;
      keys[at] = key;
      numbers[at] = add(new Throwable());
      thread.ignored--;
      return count - 1;
    }
    return numbers[at];
  }

  private static int find(long key) {
    int at = (int) (key >>> 40) & keys.length - 1;
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & keys.length - 1;
    }
    return at;
  }

  private static int add(Throwable stack) {
    if (count == stacks.length) {
      stacks = Arrays.copyOf(stacks, count * 2);
      rehash();
    }
    stacks[count] = stack;
    return count++;
  }

  private static void rehash() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }

  /** The frames of a calling context, without the detector's own, or none when it is unknown. */
  public static synchronized StackTraceElement[] stack(int number) {
    Throwable seen = stacks[number];
    return seen == null ? new StackTraceElement[0] : Frames.ofProgram(seen.getStackTrace());
  }
}
