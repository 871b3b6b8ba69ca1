package dev.goguard.runtime.internal.sched;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * The JDK's virtual threads on an executor of our choice.
 *
 * <p>The JDK has this for its own tests only: the builder's constructor is private and
 * {@code java.lang} must be opened for it. Whatever is not as expected is told in one message.
 */
final class VirtualThreads {
  private static final MethodHandle CURRENT_CARRIER;
  private static final IllegalStateException FAILURE;

  static {
    MethodHandle handle = null;
    IllegalStateException failure = null;
    try {
      handle = currentCarrier();
    } catch (IllegalStateException e) {
      failure = e; // told by on, without which nobody needs the handle
    }
    CURRENT_CARRIER = handle;
    FAILURE = failure;
  }

  private VirtualThreads() {}

  private static MethodHandle currentCarrier() {
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
          .findStatic(Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(notOpened(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(unknownJdk(), e);
    }
  }

  /**
   * Returns a factory of unstarted virtual threads whose continuations the executor runs.
   *
   * @throws IllegalStateException when that is not possible, saying what to do
   */
  static ThreadFactory on(Executor scheduler) {
    if (FAILURE != null) {
      throw FAILURE;
    }
    try {
      Constructor<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
          .getDeclaredConstructor(Executor.class);
      builder.setAccessible(true);
      return ((Thread.Builder) builder.newInstance(scheduler)).factory();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(unknownJdk(), e);
    }
  }

  /** The platform thread under the current thread: its carrier, or itself. */
  static Thread currentCarrierThread() {
    try {
      return (Thread) CURRENT_CARRIER.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static String notOpened() {
    Module module = VirtualThreads.class.getModule();
    String name = module.isNamed() ? module.getName() : "ALL-UNNAMED";
    return "GoGuard's own scheduler needs java.lang opened: add --add-opens java.base/java.lang="
        + name
        + " to the java command, or Add-Opens: java.base/java.lang to the manifest of the"
        + " executable jar; or leave out -Dgoguard.scheduler";
  }

  private static String unknownJdk() {
    return "GoGuard's own scheduler does not know this JDK ("
        + Runtime.version()
        + "): leave out -Dgoguard.scheduler";
  }
}
