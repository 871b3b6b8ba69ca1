package dev.goguard.agent.transform;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SerialVersionUIDAdder;

/**
 * Keeps the serial version of a class as it was: the one that the JDK computes for a class without
 * {@code serialVersionUID} depends on its methods, also on ours.
 */
final class Serialization {
  private static final int NOT_COMPUTED =
      Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD | Opcodes.ACC_MODULE;

  private Serialization() {}

  /** What a class must be read through. */
  static ClassVisitor keep(ClassShape shape, ClassShapes shapes, ClassVisitor next) {
    boolean computed = (shape.access() & NOT_COMPUTED) == 0
        && shape.field("serialVersionUID", "J") == null
        && isSerializable(shape.name(), shapes);
    return computed ? new Adder(next) : next;
  }

  private static boolean isSerializable(String type, ClassShapes shapes) {
    if (type == null || type.equals("java/lang/Object")) {
      return false;
    }
    if (type.equals("java/io/Serializable")) {
      return true;
    }
    return shapes.shape(type).map(shape -> isSerializable(shape, shapes)).orElse(true);
  }

  private static boolean isSerializable(ClassShape shape, ClassShapes shapes) {
    for (String superinterface : shape.interfaces()) {
      if (isSerializable(superinterface, shapes)) {
        return true;
      }
    }
    return isSerializable(shape.superName(), shapes);
  }

  private static final class Adder extends SerialVersionUIDAdder {
    Adder(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    /** Reflection is to see that it is not the program's. */
    @Override
    protected void addSVUID(long version) {
      int access =
          Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
      cv.visitField(access, "serialVersionUID", "J", null, version).visitEnd();
    }
  }
}
