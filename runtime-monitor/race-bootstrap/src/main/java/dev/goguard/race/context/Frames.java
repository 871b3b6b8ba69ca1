package dev.goguard.race.context;

/** Which frames of a stack belong to the program. */
final class Frames {
  private Frames() {}

  /** The frames below the detector's hooks and accessors. */
  static StackTraceElement[] ofProgram(StackTraceElement[] frames) {
    int count = 0;
    StackTraceElement[] kept = new StackTraceElement[frames.length];
    for (StackTraceElement frame : frames) {
      if (!isDetector(frame)) {
        kept[count++] = frame;
      }
    }
    return java.util.Arrays.copyOf(kept, count);
  }

  /** The first frame alone. */
  static StackTraceElement[] withoutCallers(StackTraceElement[] frames) {
    return java.util.Arrays.copyOf(frames, Math.min(1, frames.length));
  }

  private static boolean isDetector(StackTraceElement frame) {
    return frame.getClassName().startsWith("dev.goguard.race.")
        || frame.getMethodName().startsWith("gg$");
  }
}
