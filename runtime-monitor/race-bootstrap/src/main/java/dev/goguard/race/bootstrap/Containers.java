package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.shadow.BufferAccess;
import dev.goguard.race.shadow.ContainerAccess;
import dev.goguard.race.shadow.IteratorAccess;
import java.nio.Buffer;

/**
 * Hooks of calls on the JDK's containers, such as collections and string builders: before the call.
 *
 * <p>A {@code method} is numbered by {@link dev.goguard.race.shadow.ContainerMethods}. While the
 * program has one thread, whose epoch is zero, there is nothing to record: all that happens before
 * the first thread is started happens before what that thread does.
 */
public final class Containers {
  private Containers() {}

  /** A method is called on an object whose class is known when it happens. */
  public static void call(Object receiver, int method, ThreadState thread, long context, int site) {
    if (thread.epoch != 0 && receiver != null) {
      ContainerAccess.call(receiver, ContainerAccess.NO_INDEX, method, thread, context, site);
    }
  }

  /** As {@link #call}, of a method that reaches the element at an index. */
  public static void element(
      Object receiver, int index, int method, ThreadState thread, long context, int site) {
    if (thread.epoch != 0 && receiver != null) {
      ContainerAccess.call(receiver, index, method, thread, context, site);
    }
  }

  /** A method of {@code owner} is called by a class that extends it, whatever it overrides. */
  public static void superCall(
      Object receiver, Class<?> owner, int method, ThreadState thread, long context, int site) {
    if (thread.epoch != 0) {
      ContainerAccess.superCall(receiver, owner, method, thread, context, site);
    }
  }

  /** The JDK reads an argument, if it is a container. */
  public static void read(Object argument, ThreadState thread, long context, int site) {
    if (thread.epoch != 0 && argument != null) {
      ContainerAccess.read(argument, thread, context, site);
    }
  }

  /** The JDK modifies an argument, if it is a container. */
  public static void write(Object argument, ThreadState thread, long context, int site) {
    if (thread.epoch != 0 && argument != null) {
      ContainerAccess.write(argument, thread, context, site);
    }
  }

  /** A method is called on a buffer, or on what takes it as its argument. */
  public static void buffer(
      Object buffer,
      int index,
      int operation,
      int width,
      ThreadState thread,
      long context,
      int site) {
    if (thread.epoch != 0 && buffer instanceof Buffer known) {
      BufferAccess.call(known, index, operation, width, thread, context, site);
    }
  }

  /** An iterator that threads may share is advanced, or only looked at. */
  public static void iterator(
      Object iterator, int advances, ThreadState thread, long context, int site) {
    if (thread.epoch != 0 && iterator != null) {
      IteratorAccess.call(iterator, advances != 0, thread, context, site);
    }
  }
}
