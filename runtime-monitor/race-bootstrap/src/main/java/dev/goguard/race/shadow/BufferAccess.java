package dev.goguard.race.shadow;

import dev.goguard.race.detector.AbstractVariable;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.memory.Memory;
import java.nio.Buffer;

/**
 * What a call does to a buffer: to its position, to its limit, and to one of its elements.
 *
 * <p>A relative operation moves the position and looks at the limit, one with an index looks at the
 * limit only. So threads that write different elements of one buffer by index do not race, as they
 * do not for the JVM. The elements of a buffer on the heap are those of its array, also for the
 * duplicates and slices of the buffer; memory outside the heap is not known by a name that two
 * buffers share, so there each buffer has elements of its own.
 */
public final class BufferAccess {
  /** Reads position and limit. */
  public static final int LOOK = 0;

  /** Reads or writes an element by index. */
  public static final int AT = 1;

  /** Writes the position. */
  public static final int MOVE = 2;

  /** Reads or writes the element at the position, and moves it. */
  public static final int NEXT = 3;

  /** Writes position and limit. */
  public static final int BOUND = 4;

  private static final long POSITION = Memory.offset(Buffer.class, "position");
  private static final int LIMIT = -2;

  /** The shadow of so many elements is small enough to be made for a buffer that is not in use. */
  private static final int MANY = 1 << 20;

  private static final ClassValue<Layout> LAYOUTS = new ClassValue<>() {
    @Override
    protected Layout computeValue(Class<?> type) {
      return Layout.of(type);
    }
  };

  private BufferAccess() {}

  /**
   * A method is called.
   *
   * @param index the element's, for {@link #AT}
   * @param width so many elements are read, or written when it is negative
   */
  public static void call(
      Buffer buffer,
      int index,
      int operation,
      int width,
      ThreadState thread,
      long context,
      int site) {
    Layout layout = LAYOUTS.get(buffer.getClass());
    int first = operation == NEXT ? Memory.UNSAFE.getInt(buffer, POSITION) : index;
    bounds(buffer, layout.name, operation, thread, context, site);
    if (operation == AT || operation == NEXT) {
      layout.elements(buffer, first, width, thread, context, site);
    }
  }

  private static void bounds(
      Buffer buffer, String name, int operation, ThreadState thread, long context, int site) {
    ObjectState state = ObjectTable.at(site, buffer, thread);
    if (operation == LOOK) {
      state.contents.read(name, thread, context, site);
    } else if (operation != AT) {
      state.contents.write(name, thread, context, site);
    }
    AbstractVariable limit = ObjectTable.of(buffer, LIMIT).contents;
    if (operation == BOUND) {
      limit.write(name, thread, context, site);
    } else {
      limit.read(name, thread, context, site);
    }
  }

  /** Where the buffers of a class have their elements. */
  private record Layout(String name, long array, long offset) {
    static Layout of(Class<?> type) {
      Class<?> known = type;
      while (known.getSuperclass() != Buffer.class) {
        known = known.getSuperclass();
      }
      long array = Memory.offset(known, "hb");
      return new Layout(known.getSimpleName(), array, Memory.offset(known, "offset"));
    }

    void elements(Buffer buffer, int index, int width, ThreadState thread, long context, int site) {
      Object array = Memory.UNSAFE.getReference(buffer, this.array);
      if (array != null) {
        int first = index + Memory.UNSAFE.getInt(buffer, offset);
        touch(ArrayTable.of(array, thread), first, width, thread, context, site);
      } else if (buffer.capacity() <= MANY) {
        touch(ArrayTable.ofMemory(buffer), index, width, thread, context, site);
      }
    }

    private static void touch(
        ArrayShadow elements, int first, int width, ThreadState thread, long context, int site) {
      for (int i = 0; i < Math.abs(width); i++) {
        if (width < 0) {
          elements.write(first + i, thread, context, site);
        } else {
          elements.read(first + i, thread, context, site);
        }
      }
    }
  }
}
