package dev.goguard.agent.transform;

import dev.goguard.race.detector.Shadow;
import dev.goguard.race.detector.Variable;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Gives a class two cells and two accessors for each checked field.
 *
 * <p>An accessor is the fast path: when the cell holds an access of this thread in this epoch there
 * is nothing to do. The cells are plain fields, so the JIT may hoist and merge their loads wherever
 * it may do so with the program's own.
 */
final class ShadowMembers {
  private final ClassNode type;

  ShadowMembers(ClassNode type) {
    this.type = type;
  }

  void add() {
    for (FieldNode field : List.copyOf(type.fields)) {
      if (ClassShapes.hasCells(field.access)) {
        addCells(field);
        int variable = Variable.register(type.name.replace('/', '.'), field.name);
        addAccessor(field, variable, Shadow.reads(field.name), "read", true);
        addAccessor(field, variable, Shadow.writes(field.name), "write", false);
      }
    }
  }

  private void addCells(FieldNode field) {
    int access = Opcodes.ACC_SYNTHETIC
        | Opcodes.ACC_TRANSIENT
        | field.access & (Opcodes.ACC_STATIC | VISIBILITY);
    type.fields.add(new FieldNode(access, Shadow.reads(field.name), "J", null, null));
    type.fields.add(new FieldNode(access, Shadow.writes(field.name), "J", null, null));
  }

  private static final int VISIBILITY =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;

  private void addAccessor(
      FieldNode field, int variable, String name, String slowPath, boolean read) {
    boolean instance = (field.access & Opcodes.ACC_STATIC) == 0;
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | field.access & VISIBILITY;
    String descriptor = (instance ? "(L" + type.name + ';' : "(") + Hooks.WHERE;
    MethodVisitor code = type.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    Label done = new Label();
    if (instance) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitJumpInsn(Opcodes.IFNULL, done);
    }
    int thread = instance ? 1 : 0;
    if (read) {
      skipWhenSameEpoch(code, Shadow.reads(field.name), instance, thread, done);
    }
    skipWhenSameEpoch(code, Shadow.writes(field.name), instance, thread, done);
    callSlowPath(code, slowPath, variable, instance, thread);
    code.visitLabel(done);
    if ((type.version & 0xFFFF) >= Opcodes.V1_6) {
      code.visitFrame(Opcodes.F_NEW, instance ? 4 : 3, frame(instance), 0, new Object[0]);
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private Object[] frame(boolean instance) {
    return instance
        ? new Object[] {type.name, Hooks.THREAD, Opcodes.LONG, Opcodes.INTEGER}
        : new Object[] {Hooks.THREAD, Opcodes.LONG, Opcodes.INTEGER};
  }

  private void skipWhenSameEpoch(
      MethodVisitor code, String cell, boolean instance, int thread, Label done) {
    if (instance) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    }
    code.visitFieldInsn(instance ? Opcodes.GETFIELD : Opcodes.GETSTATIC, type.name, cell, "J");
    code.visitVarInsn(Opcodes.ALOAD, thread);
    code.visitFieldInsn(Opcodes.GETFIELD, Hooks.THREAD, "epoch", "J");
    code.visitMethodInsn(Opcodes.INVOKESTATIC, Hooks.CELL, "sameEpoch", "(JJ)Z", false);
    code.visitJumpInsn(Opcodes.IFNE, done);
  }

  private void callSlowPath(
      MethodVisitor code, String name, int variable, boolean instance, int thread) {
    if (instance) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    code.visitLdcInsn(Type.getObjectType(type.name));
    code.visitLdcInsn(variable);
    code.visitVarInsn(Opcodes.ALOAD, thread);
    code.visitVarInsn(Opcodes.LLOAD, thread + 1);
    code.visitVarInsn(Opcodes.ILOAD, thread + 3);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Hooks.ACCESS,
        name,
        "(Ljava/lang/Object;Ljava/lang/Class;I" + Hooks.WHERE,
        false);
  }
}
