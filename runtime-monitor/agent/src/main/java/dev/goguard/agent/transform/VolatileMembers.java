package dev.goguard.agent.transform;

import dev.goguard.race.detector.Shadow;
import dev.goguard.race.shadow.Companion;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** Gives a class a clock, made when it is first needed, beside each volatile field. */
final class VolatileMembers {
  private final ClassNode type;

  VolatileMembers(ClassNode type) {
    this.type = type;
  }

  void add(List<FieldNode> declared) {
    for (FieldNode field : declared) {
      if (ClassShapes.hasClock(field.access)) {
        add(new Accessor(type, field), ClassShapes.shadowName(type, field));
      }
    }
  }

  private void add(Accessor accessor, String shadow) {
    String name = Shadow.clock(shadow);
    type.fields.add(
        new FieldNode(accessor.shadowAccess(), name, Hooks.SYNC_CLOCK_DESC, null, null));
    MethodVisitor code = type.visitMethod(
        accessor.access(), name, accessor.prefix() + ')' + Hooks.SYNC_CLOCK_DESC, null, null);
    code.visitCode();
    Label known = new Label();
    Label none = new Label();
    if (accessor.isInstance()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitJumpInsn(Opcodes.IFNULL, none);
    }
    load(code, accessor, name);
    code.visitInsn(Opcodes.DUP);
    code.visitJumpInsn(Opcodes.IFNONNULL, known);
    code.visitInsn(Opcodes.POP);
    create(code, accessor, Companion.register(shadow));
    code.visitLabel(known);
    frame(code, accessor, 1);
    code.visitInsn(Opcodes.ARETURN);
    if (accessor.isInstance()) {
      code.visitLabel(none);
      frame(code, accessor, 0);
      code.visitInsn(Opcodes.ACONST_NULL);
      code.visitInsn(Opcodes.ARETURN);
    }
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void load(MethodVisitor code, Accessor accessor, String name) {
    if (accessor.isInstance()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    }
    code.visitFieldInsn(accessor.get(), type.name, name, Hooks.SYNC_CLOCK_DESC);
  }

  private static void create(MethodVisitor code, Accessor accessor, int number) {
    if (accessor.isInstance()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    code.visitLdcInsn(accessor.declaring());
    code.visitLdcInsn(number);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Hooks.COMPANION,
        "clock",
        "(Ljava/lang/Object;Ljava/lang/Class;I)" + Hooks.SYNC_CLOCK_DESC,
        false);
  }

  private static void frame(MethodVisitor code, Accessor accessor, int stack) {
    if (accessor.hasFrames()) {
      Object[] locals = accessor.isInstance() ? new Object[] {accessor.type().name} : new Object[0];
      code.visitFrame(Opcodes.F_NEW, locals.length, locals, stack, new Object[] {Hooks.SYNC_CLOCK});
    }
  }
}
