package dev.goguard.agent.transform;

import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.MethodNode;

/** Limits of class files. */
final class ClassFiles {
  /** HotSpot compiles no method whose code is longer, unless told otherwise. */
  private static final int HUGE = 8000;

  private ClassFiles() {}

  /** A reader, or none when the version is newer than ours know. */
  static Optional<ClassReader> reader(byte[] file) {
    try {
      return Optional.of(new ClassReader(file));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static int version(byte[] file) {
    return (file[6] & 0xFF) << 8 | file[7] & 0xFF;
  }

  /** Class constants need 1.5; what older versions mean by their code is the same there. */
  static int usable(int version) {
    return (version & 0xFFFF) < Opcodes.V1_5 ? Opcodes.V1_5 : version;
  }

  static boolean isHuge(MethodNode method) {
    if (method.instructions.size() < HUGE / 8) {
      return false;
    }
    CodeSizeEvaluator size = new CodeSizeEvaluator(null);
    method.accept(size);
    return size.getMaxSize() > HUGE;
  }
}
