package dev.goguard.race.report;

import dev.goguard.race.context.Contexts;
import dev.goguard.race.context.HeldLock;
import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.ThreadInfo;
import dev.goguard.race.detector.ThreadStates;
import java.util.Arrays;

/**
 * One of the two accesses of a race.
 *
 * @param write whether it writes
 * @param atomic whether it is atomic
 * @param thread who made it, or null when that is forgotten
 * @param frames its stack, the access itself first
 * @param callersKnown whether the stack is complete
 * @param locks what the thread held, the last acquired first
 * @param creation the stack that started the thread, or none when that was not seen
 */
public record Side(
    boolean write,
    boolean atomic,
    ThreadInfo thread,
    StackTraceElement[] frames,
    boolean callersKnown,
    HeldLock[] locks,
    StackTraceElement[] creation) {

  private static final StackTraceElement[] UNKNOWN = {};

  static Side of(long cell) {
    int context = Cell.context(cell);
    ThreadInfo thread = ThreadStates.infoOf(cell);
    int creation = thread == null ? 0 : thread.creation();
    return new Side(
        Cell.isWrite(cell),
        Cell.isAtomic(cell),
        thread,
        withoutRunner(Contexts.stack(context)),
        Contexts.callersKnown(context),
        Contexts.locks(context),
        creation == 0 ? UNKNOWN : withoutJdk(withoutRunner(Contexts.stack(creation))));
  }

  /** From the program's own call on: how the JDK makes threads, or locks, explains nothing. */
  static StackTraceElement[] withoutJdk(StackTraceElement[] frames) {
    int first = 0;
    while (first < frames.length && isJdk(frames[first])) {
      first++;
    }
    return first == frames.length ? frames : Arrays.copyOfRange(frames, first, frames.length);
  }

  /** Up to the test method: how a test runner came to call it explains nothing either. */
  private static StackTraceElement[] withoutRunner(StackTraceElement[] frames) {
    int end = 0;
    while (end < frames.length && !frames[end].getClassName().startsWith("org.junit.")) {
      end++;
    }
    boolean run = end < frames.length;
    while (run && end > 1 && isReflection(frames[end - 1])) {
      end--;
    }
    return end == 0 ? frames : Arrays.copyOf(frames, end);
  }

  private static boolean isReflection(StackTraceElement frame) {
    return frame.getClassName().startsWith("jdk.internal.reflect.")
        || frame.getClassName().startsWith("java.lang.reflect.");
  }

  private static boolean isJdk(StackTraceElement frame) {
    return frame.getModuleName() != null && frame.getModuleName().startsWith("java.");
  }

  /** What it does, in lower case: {@code atomic write}. */
  public String action() {
    return (atomic ? "atomic " : "") + (write ? "write" : "read");
  }
}
