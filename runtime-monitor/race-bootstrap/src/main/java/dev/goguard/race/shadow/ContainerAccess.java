package dev.goguard.race.shadow;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.memory.Memory;

/**
 * What a call does to a container: found by following views to the object that has the state.
 *
 * <p>Views, iterators and wrappers refer to what is behind them in a field, so finding it costs a
 * load and no table. A synchronized wrapper's call takes its monitor; the access is made while we
 * hold it too, and ordered by its clock, as the JDK's own access will be.
 *
 * @param mode one of {@link ContainerMethods}
 * @param index the element that is reached, or {@link #NO_INDEX}
 * @param name what reports call it, or null to call it after the class that has the state
 */
public record ContainerAccess(
    byte mode, int index, String name, ThreadState thread, long context, int site) {
  /** That a call reaches no single element. */
  public static final int NO_INDEX = -1;

  /** A method is called on an object whose class is known when it happens. */
  public static void call(
      Object receiver, int index, int method, ThreadState thread, long context, int site) {
    ObjectState met = met(receiver, thread, site);
    if (met != null) {
      byte mode = met.kind.modes[method];
      if (mode != ContainerMethods.NOTHING) {
        touch(met, receiver, mode, index, null, thread, context, site);
      }
      return;
    }
    ContainerKind kind = ContainerKind.of(receiver.getClass());
    byte mode = kind.modes[method];
    if (mode != ContainerMethods.NOTHING
        && !metBehind(receiver, kind, mode, index, thread, context, site)) {
      start(receiver, kind, mode, index, thread, context, site);
    }
  }

  /** The state of an object that the call site has met last, or null. */
  private static ObjectState met(Object object, ThreadState thread, int site) {
    return thread.recall(site) instanceof ObjectState known
            && known.kind != null
            && known.refersTo(object)
        ? known
        : null;
  }

  /** The short way from an iterator or plain view to what the call site has met last behind it. */
  private static boolean metBehind(
      Object view,
      ContainerKind kind,
      byte mode,
      int index,
      ThreadState thread,
      long context,
      int site) {
    if (kind.link == ContainerKind.NONE || kind.wraps || kind.shift != ContainerKind.NONE) {
      return false;
    }
    Object object = Memory.UNSAFE.getReference(view, kind.link);
    ObjectState met = met(object, thread, site);
    if (met != null) {
      int at = firstIndex(view, kind, index);
      touch(met, object, mode, at, kind.isPublic ? kind.name : null, thread, context, site);
    }
    return met != null;
  }

  private static int firstIndex(Object object, ContainerKind kind, int index) {
    return kind.cursor == ContainerKind.NONE ? index : Memory.UNSAFE.getInt(object, kind.cursor);
  }

  /** A method of {@code owner} is called by a class that extends it. */
  public static void superCall(
      Object receiver, Class<?> owner, int method, ThreadState thread, long context, int site) {
    ContainerKind kind = ContainerKind.of(owner);
    start(receiver, kind, kind.modes[method], NO_INDEX, thread, context, site);
  }

  /** The JDK reads an argument, if it is a container. */
  public static void read(Object argument, ThreadState thread, long context, int site) {
    argument(argument, ContainerMethods.SCAN, thread, context, site);
  }

  /** The JDK modifies an argument, if it is a container. */
  public static void write(Object argument, ThreadState thread, long context, int site) {
    argument(argument, ContainerMethods.WRITE, thread, context, site);
  }

  /** What the program overrides is seen in its own code. */
  private static void argument(
      Object argument, byte mode, ThreadState thread, long context, int site) {
    ContainerKind kind = ContainerKind.of(argument.getClass());
    if (!kind.partial) {
      start(argument, kind, mode, NO_INDEX, thread, context, site);
    }
  }

  private static void start(
      Object object,
      ContainerKind kind,
      byte mode,
      int index,
      ThreadState thread,
      long context,
      int site) {
    if (mode != ContainerMethods.NOTHING && kind.isWatched()) {
      String name = kind.isPublic ? kind.name : null;
      int first = firstIndex(object, kind, index);
      new ContainerAccess(mode, first, name, thread, context, site).follow(object, kind);
    }
  }

  private void follow(Object object, ContainerKind kind) {
    if (kind.link == ContainerKind.NONE) {
      touch(object, kind);
    } else if (kind.mutex == ContainerKind.NONE) {
      behind(object, kind);
    } else {
      Object mutex = Memory.UNSAFE.getReference(object, kind.mutex);
      synchronized (mutex) {
        SyncTable.clockOf(mutex).acquire(thread);
        behind(object, kind);
        SyncTable.clockOf(mutex).release(thread);
      }
    }
  }

  private void behind(Object view, ContainerKind kind) {
    Object object = Memory.UNSAFE.getReference(view, kind.link);
    if (object instanceof Object[] array) {
      touchElement(ArrayTable.of(array), array.length, mode, index, thread, context, site);
      return;
    }
    ContainerKind next = ContainerKind.of(object.getClass());
    if (next.isWatched() && !(kind.wraps && next.partial)) {
      shifted(view, kind).follow(object, next);
    }
  }

  private ContainerAccess shifted(Object view, ContainerKind kind) {
    if (index == NO_INDEX || kind.shift == ContainerKind.NONE) {
      return this;
    }
    int shift = Memory.UNSAFE.getInt(view, kind.shift);
    return new ContainerAccess(mode, index + shift, name, thread, context, site);
  }

  private void touch(Object object, ContainerKind kind) {
    ObjectState state = ObjectTable.at(site, object, thread);
    state.kind = ContainerKind.of(object.getClass());
    touch(state, object, mode, index, name, thread, context, site);
  }

  private static void touch(
      ObjectState state,
      Object object,
      byte mode,
      int index,
      String name,
      ThreadState thread,
      long context,
      int site) {
    ContainerKind kind = state.kind;
    String called = name == null ? kind.name : name;
    if (writes(object, kind, mode)) {
      state.contents.write(called, thread, context, site);
      return;
    }
    state.contents.read(called, thread, context, site);
    if (mode != ContainerMethods.READ
        && kind.elements != ContainerKind.NONE
        && (index != NO_INDEX || mode == ContainerMethods.SCAN)) {
      Object[] elements = (Object[]) Memory.UNSAFE.getReference(object, kind.elements);
      ArrayShadow shadow = state.elements(elements);
      touchElement(shadow, elements.length, mode, index, thread, context, site);
    }
  }

  private static boolean writes(Object object, ContainerKind kind, byte mode) {
    return mode == ContainerMethods.WRITE
        || mode == ContainerMethods.TOUCH
            && kind.accessOrder != ContainerKind.NONE
            && Memory.UNSAFE.getBoolean(object, kind.accessOrder);
  }

  private static void touchElement(
      ArrayShadow elements,
      int length,
      byte mode,
      int index,
      ThreadState thread,
      long context,
      int site) {
    if (mode == ContainerMethods.SET) {
      elements.write(index, thread, context, site);
    } else if (mode == ContainerMethods.WRITE) {
      elements.writeRange(0, length, thread, context, site);
    } else if (mode == ContainerMethods.SCAN) {
      elements.readRange(0, length, thread, context, site);
    } else if (mode != ContainerMethods.READ) {
      elements.read(index, thread, context, site);
    }
  }
}
