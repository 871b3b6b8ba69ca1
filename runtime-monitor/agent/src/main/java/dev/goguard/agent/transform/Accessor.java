package dev.goguard.agent.transform;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * A static method beside a field, with the field's visibility, through which other classes reach
 * the field's shadow, which is private.
 *
 * <p>Wherever the JVM lets code name the field it lets it name the accessor: the rules are the same
 * for both, except that protected fields ask more.
 */
record Accessor(ClassNode type, FieldNode field) {
  private static final int VISIBILITY =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;

  /** The flags of the accessor. */
  int access() {
    return Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | field.access & VISIBILITY;
  }

  /** The flags of a shadow field. */
  int shadowAccess() {
    return Opcodes.ACC_PRIVATE
        | Opcodes.ACC_SYNTHETIC
        | Opcodes.ACC_TRANSIENT
        | field.access & Opcodes.ACC_STATIC;
  }

  boolean isInstance() {
    return (field.access & Opcodes.ACC_STATIC) == 0;
  }

  /** The accessor's descriptor up to the parameters that follow the object, if there is one. */
  String prefix() {
    return prefix(type.name, isInstance());
  }

  static String prefix(String declaring, boolean instance) {
    return instance ? "(L" + declaring + ';' : "(";
  }

  int get() {
    return isInstance() ? Opcodes.GETFIELD : Opcodes.GETSTATIC;
  }

  Type declaring() {
    return Type.getObjectType(type.name);
  }

  boolean hasFrames() {
    return (type.version & 0xFFFF) >= Opcodes.V1_6;
  }
}
