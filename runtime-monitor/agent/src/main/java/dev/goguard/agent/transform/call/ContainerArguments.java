package dev.goguard.agent.transform.call;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which arguments the JDK's methods read or modify as containers. */
final class ContainerArguments {
  /** Lines of: class, method, and for each argument r, w or -; what is left out is not touched. */
  private static final String STATIC_METHODS = """
      java/util/Collections sort w
      java/util/Collections shuffle w
      java/util/Collections reverse w
      java/util/Collections swap w
      java/util/Collections fill w
      java/util/Collections rotate w
      java/util/Collections replaceAll w
      java/util/Collections addAll w
      java/util/Collections copy wr
      java/util/Collections max r
      java/util/Collections min r
      java/util/Collections frequency r
      java/util/Collections binarySearch r
      java/util/Collections disjoint rr
      java/util/Collections indexOfSubList rr
      java/util/Collections lastIndexOfSubList rr
      java/util/Collections list r
      java/util/Collections enumeration r
      java/util/List copyOf r
      java/util/Set copyOf r
      java/util/Map copyOf r
      java/util/EnumSet copyOf r
      java/util/Objects equals rr
      java/util/Objects hashCode r
      java/util/Objects toString r
      java/lang/String valueOf r
      java/lang/String join rr
      """;

  /** Lines of: method of an object, and what it does to its arguments that are containers. */
  private static final String METHODS = """
      addAll r
      addAllAbsent r
      putAll r
      containsAll r
      removeAll r
      retainAll r
      invokeAll r
      invokeAny r
      drainTo w
      append r
      insert r
      equals r
      compareTo r
      contentEquals r
      and r
      andNot r
      or r
      xor r
      intersects r
      print r
      println r
      """;

  private static final Map<String, String> STATIC = new HashMap<>();
  private static final Map<String, Character> VIRTUAL = new HashMap<>();

  static {
    for (String line : STATIC_METHODS.split("\n")) {
      String[] words = line.split(" ");
      STATIC.put(words[0] + '.' + words[1], words[2]);
    }
    for (String line : METHODS.split("\n")) {
      VIRTUAL.put(line.substring(0, line.indexOf(' ')), line.charAt(line.length() - 1));
    }
  }

  private ContainerArguments() {}

  /** For each argument of a call r, w or -, or null when none is touched. */
  static String of(MethodInsnNode call) {
    Type[] types = Type.getArgumentTypes(call.desc);
    String marks = call.getOpcode() == Opcodes.INVOKESTATIC
        ? STATIC.getOrDefault(call.owner + '.' + call.name, "")
        : virtual(call).toString().repeat(types.length);
    return keepContainers(types, marks);
  }

  private static Character virtual(MethodInsnNode call) {
    boolean known = call.owner.startsWith("java/");
    char otherwise = known && call.name.equals("<init>") ? 'r' : '-';
    return known ? VIRTUAL.getOrDefault(call.name, otherwise) : '-';
  }

  /** As {@link #of}, of a string concatenation, which reads all it is given. */
  static String ofConcatenation(String descriptor) {
    Type[] types = Type.getArgumentTypes(descriptor);
    return keepContainers(types, "r".repeat(types.length));
  }

  private static String keepContainers(Type[] types, String marks) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < types.length; i++) {
      kept.append(i < marks.length() && isContainer(types[i]) ? marks.charAt(i) : '-');
    }
    return kept.toString().matches("-*") ? null : kept.toString();
  }

  private static boolean isContainer(Type type) {
    return switch (type.getSort() == Type.OBJECT ? type.getInternalName() : "") {
      case "java/lang/Object", "java/lang/Iterable", "java/lang/CharSequence" -> true;
      case "java/lang/StringBuilder" -> true;
      default ->
        type.getSort() == Type.OBJECT
            && type.getInternalName().startsWith("java/util/")
            && !type.getInternalName().startsWith("java/util/function/")
            && !type.getInternalName().startsWith("java/util/concurrent/");
    };
  }
}
