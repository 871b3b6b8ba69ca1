package dev.goguard.agent.transform;

import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Calls that neither come back into the program's code nor synchronize: of JDK methods that compute
 * with numbers and strings. What takes an object of unknown class may call its methods.
 */
final class LeafCalls {
  private static final Set<String> VALUES = Set.of(
      "java/lang/String",
      "java/lang/Integer",
      "java/lang/Long",
      "java/lang/Short",
      "java/lang/Byte",
      "java/lang/Character",
      "java/lang/Boolean",
      "java/lang/Float",
      "java/lang/Double",
      "java/lang/Math",
      "java/lang/StrictMath");

  private static final Set<String> OTHERS = Set.of(
      "java/lang/Object.<init>()V",
      "java/lang/Object.getClass()Ljava/lang/Class;",
      "java/lang/Record.<init>()V",
      "java/lang/System.nanoTime()J",
      "java/lang/System.currentTimeMillis()J",
      "java/util/Objects.requireNonNull(Ljava/lang/Object;)Ljava/lang/Object;");

  private LeafCalls() {}

  static boolean isLeaf(MethodInsnNode call) {
    if (!VALUES.contains(call.owner)) {
      return OTHERS.contains(call.owner + '.' + call.name + call.desc);
    }
    return call.name.equals("equals") || hasValuesOnly(call.desc);
  }

  /** Lambdas are only made here; strings are made of the texts of objects. */
  static boolean isLeaf(InvokeDynamicInsnNode call) {
    return switch (call.bsm.getOwner()) {
      case "java/lang/invoke/LambdaMetafactory" -> true;
      case "java/lang/invoke/StringConcatFactory" -> hasValuesOnly(call.desc);
      default -> false;
    };
  }

  private static boolean hasValuesOnly(String descriptor) {
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      Type type = parameter.getSort() == Type.ARRAY ? parameter.getElementType() : parameter;
      boolean object = type.getSort() == Type.OBJECT;
      if (object && (type != parameter || !VALUES.contains(type.getInternalName()))) {
        return false;
      }
    }
    return true;
  }
}
