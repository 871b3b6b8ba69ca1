package dev.goguard.runtime;

import dev.goguard.runtime.internal.Wait;
import dev.goguard.runtime.internal.WaitReason;
import java.util.concurrent.locks.LockSupport;

/** Lets a test go on once goroutines are parked, which is when they are queued as well. */
final class Parked {
  private Parked() {}

  /** Starts a goroutine and returns when it waits for the given reason. */
  static Thread go(WaitReason reason, GoBody body) {
    Thread thread = GoStatement.start(body);
    await(thread, reason);
    return thread;
  }

  static void await(Thread thread, WaitReason reason) {
    while (reasonOf(thread) != reason) {
      if (!thread.isAlive()) {
        throw new AssertionError("ended instead of waiting for " + reason);
      }
      Thread.yield();
    }
  }

  static WaitReason reasonOf(Thread thread) {
    return LockSupport.getBlocker(thread) instanceof Wait wait ? wait.reason() : null;
  }
}
