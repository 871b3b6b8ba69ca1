package dev.goguard.agent.transform.call;

import dev.goguard.race.shadow.BufferAccess;
import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the methods of {@code java.nio}'s buffers do, by name and descriptor. */
final class BufferMethods {
  private static final String NIO = "java/nio/";
  private static final String CHANNELS = "java/nio/channels/";
  private static final Set<String> MOVES = Set.of("mark", "reset", "rewind");
  private static final Set<String> BOUNDS = Set.of("flip", "clear", "compact");
  private static final Set<String> LOOKS = Set.of(
      "remaining",
      "hasRemaining",
      "duplicate",
      "asReadOnlyBuffer",
      "toString",
      "hashCode",
      "equals",
      "compareTo",
      "mismatch",
      "length",
      "charAt",
      "subSequence",
      "chars");

  private BufferMethods() {}

  static boolean isBuffer(String type) {
    return type.startsWith(NIO) && type.endsWith("Buffer") && type.indexOf('/', 9) < 0;
  }

  /** One of {@link BufferAccess}, or -1 when the method does nothing that could race. */
  static int operation(MethodInsnNode call) {
    if (isGet(call) || isPut(call)) {
      return hasIndex(call) ? BufferAccess.AT : BufferAccess.NEXT;
    }
    boolean reads = call.desc.startsWith("()");
    return switch (call.name) {
      case "position" -> reads ? BufferAccess.LOOK : BufferAccess.MOVE;
      case "limit" -> reads ? BufferAccess.LOOK : BufferAccess.BOUND;
      case "slice" -> reads ? BufferAccess.LOOK : BufferAccess.AT;
      default -> otherwise(call.name);
    };
  }

  private static int otherwise(String name) {
    if (MOVES.contains(name)) {
      return BufferAccess.MOVE;
    }
    if (BOUNDS.contains(name)) {
      return BufferAccess.BOUND;
    }
    boolean view = name.startsWith("as") && name.endsWith("Buffer");
    return view || LOOKS.contains(name) ? BufferAccess.LOOK : -1;
  }

  private static boolean isGet(MethodInsnNode call) {
    return call.name.startsWith("get") && !call.name.equals("getChars");
  }

  private static boolean isPut(MethodInsnNode call) {
    return call.name.startsWith("put") || call.name.equals("append");
  }

  /** A put of a single int is one of a value. */
  private static boolean hasIndex(MethodInsnNode call) {
    return call.desc.startsWith("(I") && (isGet(call) || !call.desc.startsWith("(I)"));
  }

  /** How many elements are read; as a negative number, written. */
  static int width(MethodInsnNode call) {
    if (isGet(call)) {
      return elements(call);
    }
    return isPut(call) ? -elements(call) : 0;
  }

  private static int elements(MethodInsnNode call) {
    return switch (call.name.substring(Math.min(3, call.name.length()))) {
      case "Char", "Short" -> 2;
      case "Int", "Float" -> 4;
      case "Long", "Double" -> 8;
      default -> 1;
    };
  }

  /** Whether the first argument is a buffer that the call reads or fills from its position on. */
  static boolean movesArgument(MethodInsnNode call) {
    if (!call.desc.startsWith("(L" + NIO) || !isBuffer(argument(call.desc))) {
      return false;
    }
    boolean put = isBuffer(call.owner) && call.name.equals("put");
    boolean transfer = call.owner.startsWith(CHANNELS) && !call.owner.contains("/Async");
    return put || transfer && (call.name.equals("read") || call.name.equals("write"));
  }

  private static String argument(String descriptor) {
    return descriptor.substring(2, descriptor.indexOf(';'));
  }
}
