package dev.goguard.agent.transform;

import dev.goguard.race.detector.Shadow;
import dev.goguard.race.detector.Variable;
import java.util.List;
import java.util.OptionalInt;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Gives a class two cells and two accessors for each checked field.
 *
 * <p>An accessor is the fast path: when the cell holds an access of this thread in this epoch there
 * is nothing to do, and when it stands for reads of several threads, one look at those of this
 * thread tells the same. The cells are plain fields, so the JIT may hoist and merge their loads
 * wherever it may do so with the program's own.
 */
final class ShadowMembers {
  private final ClassNode type;
  private final OptionalInt initialiser;

  ShadowMembers(ClassNode type, OptionalInt initialiser) {
    this.type = type;
    this.initialiser = initialiser;
  }

  void add(List<FieldNode> declared) {
    for (FieldNode field : declared) {
      if (ClassShapes.hasCells(field.access)) {
        add(new Accessor(type, field), ClassShapes.shadowName(type, field));
      }
    }
  }

  private void add(Accessor accessor, String shadow) {
    String reads = Shadow.reads(shadow);
    String writes = Shadow.writes(shadow);
    type.fields.add(new FieldNode(accessor.shadowAccess(), reads, "J", null, null));
    type.fields.add(new FieldNode(accessor.shadowAccess(), writes, "J", null, null));
    int variable = Variable.register(type.name.replace('/', '.'), shadow);
    addAccessor(accessor, variable, "read", reads, writes);
    addAccessor(accessor, variable, "write", writes);
  }

  /** The first of the cells gives the accessor its name; any of them may say that all is known. */
  private void addAccessor(Accessor accessor, int variable, String slowPath, String... cells) {
    MethodVisitor code =
        type.visitMethod(accessor.access(), cells[0], accessor.prefix() + Hooks.WHERE, null, null);
    code.visitCode();
    Label done = new Label();
    if (accessor.isInstance()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitJumpInsn(Opcodes.IFNULL, done);
    }
    for (String cell : cells) {
      skipWhen("sameEpoch", Hooks.CELL, code, accessor, cell, done);
    }
    if (cells.length > 1) {
      skipWhen("has", Hooks.READ_PLACES, code, accessor, cells[0], done);
    }
    if (!accessor.isInstance()) {
      initialiser.ifPresent(number -> useClass(code, number));
    }
    callSlowPath(code, slowPath, variable, accessor);
    code.visitLabel(done);
    frame(code, accessor);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** A static field is reached through its class, whose initialiser may have written it. */
  private static void useClass(MethodVisitor code, int number) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitLdcInsn(number);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, Hooks.CLASS_INITS, "used", '(' + Hooks.THREAD_DESC + "I)V", false);
  }

  private void frame(MethodVisitor code, Accessor accessor) {
    Object[] locals = accessor.isInstance()
        ? new Object[] {type.name, Hooks.THREAD, Opcodes.LONG, Opcodes.INTEGER}
        : new Object[] {Hooks.THREAD, Opcodes.LONG, Opcodes.INTEGER};
    if (accessor.hasFrames()) {
      code.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
    }
  }

  /** Skips the rest when a method answers that nothing is new in a cell at the thread's epoch. */
  private void skipWhen(
      String known, String in, MethodVisitor code, Accessor accessor, String cell, Label done) {
    if (accessor.isInstance()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    }
    code.visitFieldInsn(accessor.get(), type.name, cell, "J");
    code.visitVarInsn(Opcodes.ALOAD, accessor.isInstance() ? 1 : 0);
    code.visitFieldInsn(Opcodes.GETFIELD, Hooks.THREAD, "epoch", "J");
    code.visitMethodInsn(Opcodes.INVOKESTATIC, in, known, "(JJ)Z", false);
    code.visitJumpInsn(Opcodes.IFNE, done);
  }

  private static void callSlowPath(
      MethodVisitor code, String name, int variable, Accessor accessor) {
    int thread = accessor.isInstance() ? 1 : 0;
    if (accessor.isInstance()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    code.visitLdcInsn(accessor.declaring());
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
