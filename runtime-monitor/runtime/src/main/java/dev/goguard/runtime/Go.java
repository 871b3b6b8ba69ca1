package dev.goguard.runtime;

import java.util.Objects;

/**
 * Starts goroutines: Go's {@code go} statement, its main goroutine and its {@code panic}.
 *
 * <p>A goroutine is a virtual thread. It does not keep the JVM alive, and nothing here returns a
 * reference to it: goroutines are awaited through channels and wait groups.
 */
public final class Go {
  private Go() {}

  /**
   * Starts a goroutine that runs the body: {@code go f()}.
   *
   * <p>The call happens before the body begins. The end of the body happens before nothing.
   *
   * <p>The goroutine inherits the labels of the current one; see {@link GoRuntime#setLabels}. As
   * any thread it inherits the context class loader and {@link InheritableThreadLocal}s.
   *
   * <p>What the body throws is a panic. While {@link #run} is running it ends the program as in Go;
   * otherwise the thread's uncaught exception handler gets it and only the goroutine ends.
   *
   * @param body what to do
   */
  public static void go(GoBody body) {
    GoStatement.start(body);
  }

  /**
   * As {@link #go(GoBody)}, with a name: that of the goroutine's thread, for dumps.
   *
   * @param name the name, which need not be unique
   * @param body what to do
   */
  public static void go(String name, GoBody body) {
    new GoStatement(body, null).start(Objects.requireNonNull(name, "name"));
  }

  /**
   * As {@link #go(GoBody)}, on an OS thread of its own, as if the body began with
   * {@link GoRuntime#lockOSThread}: for native code that depends on the thread, and for bodies that
   * compute for long and would keep a carrier from others. Such a goroutine costs as much as a
   * thread. It does not keep the JVM alive either.
   *
   * @param body what to do
   */
  public static void goLocked(GoBody body) {
    new GoStatement(body, null).startWired(null);
  }

  /**
   * Runs a Go program: starts the main goroutine and waits until its body returns.
   *
   * <p>While it runs, a panic that no goroutine recovers prints {@code panic: … goroutine N
   * [running]:} and the stack on {@link System#err} and exits the JVM with status 2.
   *
   * <p>When the body returns, this method returns, whatever other goroutines are doing. They do not
   * keep the JVM alive, so a program whose {@code main} method ends with this call ends as in Go,
   * unless it has started non-daemon threads of its own. Tests and libraries go on after the call,
   * and goroutines left behind go on until the JVM exits. Everything the main goroutine has done
   * happens before the return.
   *
   * <p>When the main goroutine ends by {@link GoRuntime#goexit} instead, this method goes on
   * waiting for the others, and does not return.
   *
   * @param main the body of the main goroutine
   * @throws GoInterruptedException when the calling thread is interrupted while waiting; the main
   *     goroutine is left behind like the others
   */
  public static void run(GoBody main) {
    GoProgram.run(main);
  }

  /**
   * Panics. The return type allows {@code throw Go.panic(…)} where the compiler wants to see that
   * control does not go on.
   *
   * @param value what {@link GoPanic#value} is to return; may be null
   * @return never
   * @throws GoPanic always
   */
  public static GoPanic panic(Object value) {
    throw new GoPanic(value);
  }
}
