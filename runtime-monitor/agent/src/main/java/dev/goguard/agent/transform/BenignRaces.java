package dev.goguard.agent.transform;

import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** What the program declares to race on purpose: annotations whose simple name is BenignRace. */
final class BenignRaces {
  /** Beside a field's access flags: its accesses are not checked. */
  static final int FIELD = 1 << 24;

  private static final String LAMBDA = "lambda$";

  private BenignRaces() {}

  static boolean isName(String descriptor) {
    return descriptor.endsWith("/BenignRace;")
        || descriptor.endsWith("$BenignRace;")
        || descriptor.equals("LBenignRace;");
  }

  private static boolean isDeclared(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
    return Stream.of(visible, invisible)
        .filter(annotations -> annotations != null)
        .flatMap(List::stream)
        .anyMatch(annotation -> isName(annotation.desc));
  }

  /** The fields that carry shadow cells. */
  static List<FieldNode> without(List<FieldNode> fields) {
    return fields.stream()
        .filter(field -> !isDeclared(field.visibleAnnotations, field.invisibleAnnotations))
        .toList();
  }

  /** Leaves all that the method accesses unchecked; to be called before anything is inserted. */
  static void exempt(Body body) {
    if (covers(body.type, body.method)) {
      for (AbstractInsnNode insn : body.method.instructions) {
        body.checkElsewhere(insn);
      }
    }
  }

  private static boolean covers(ClassNode type, MethodNode method) {
    return isDeclared(type.visibleAnnotations, type.invisibleAnnotations)
        || isDeclared(method)
        || type.methods.stream()
            .anyMatch(other -> isDeclared(other) && method.name.startsWith(lambdaOf(other)));
  }

  private static boolean isDeclared(MethodNode method) {
    return isDeclared(method.visibleAnnotations, method.invisibleAnnotations);
  }

  /** How javac names the lambdas in a method. */
  private static String lambdaOf(MethodNode method) {
    return LAMBDA + (method.name.equals("<init>") ? "new" : method.name) + '$';
  }
}
