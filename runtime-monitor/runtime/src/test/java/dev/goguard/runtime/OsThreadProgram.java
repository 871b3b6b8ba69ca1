package dev.goguard.runtime;

/** Locks an ordinary goroutine to its thread and tells how that looks from inside and outside. */
public final class OsThreadProgram {
  private OsThreadProgram() {}

  public static void main(String[] args) {
    Go.run(OsThreadProgram::lockAndUnlock);
  }

  private static void lockAndUnlock() {
    GoRuntime.lockOSThread();
    GoRuntime.lockOSThread();
    GoRuntime.unlockOSThread();
    String carrier = carrier();
    Chan<Integer> ch = Chan.make();
    Go.goLocked(() -> ch.send(1));
    ch.receive();
    GoRuntime.gosched();
    System.out.print("same carrier: " + carrier.equals(carrier()) + "\n");
    System.out.print("locked: " + isLocked() + "\n");
    GoRuntime.unlockOSThread();
    GoRuntime.unlockOSThread();
    System.out.print("locked: " + isLocked() + "\n");
    GoRuntime.lockOSThread();
  }

  private static boolean isLocked() {
    return GoRuntime.stack(false).startsWith("goroutine 1 [running, locked to thread]:\n");
  }

  /** The JDK tells a mounted thread's carrier in its text only. */
  private static String carrier() {
    String text = Thread.currentThread().toString();
    return text.substring(text.indexOf('@'));
  }
}
