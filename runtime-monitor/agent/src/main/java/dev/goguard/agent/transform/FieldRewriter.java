package dev.goguard.agent.transform;

import dev.goguard.race.detector.Shadow;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;

/** Field accesses: a check before plain ones, an edge at volatile ones. */
final class FieldRewriter implements Rewriter {
  private final ClassShapes shapes;

  FieldRewriter(ClassShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof FieldInsnNode access && body.isCheckedHere(insn)) {
      shapes
          .resolve(access.owner, access.name, access.desc)
          .ifPresent(target -> rewrite(access, target, body));
    }
  }

  private static void rewrite(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    if (target.isChecked()) {
      body.before(access, check(access, target, body));
    }
  }

  private static InsnList check(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    InsnList code = new InsnList();
    String object = "(L" + target.declaring() + ';';
    switch (access.getOpcode()) {
      case Opcodes.GETFIELD -> {
        code.add(new InsnNode(Opcodes.DUP));
        addCall(code, access, Shadow.reads(access.name), object, body);
      }
      case Opcodes.PUTFIELD -> {
        boolean wide = Body.size(access.desc) == 2;
        if (wide) {
          code.add(new InsnNode(Opcodes.DUP2_X1));
          code.add(new InsnNode(Opcodes.POP2));
          code.add(new InsnNode(Opcodes.DUP_X2));
        } else {
          code.add(new InsnNode(Opcodes.DUP2));
          code.add(new InsnNode(Opcodes.POP));
        }
        addCall(code, access, Shadow.writes(access.name), object, body);
      }
      case Opcodes.GETSTATIC -> addCall(code, access, Shadow.reads(access.name), "(", body);
      default -> addCall(code, access, Shadow.writes(access.name), "(", body);
    }
    return code;
  }

  private static void addCall(
      InsnList code, FieldInsnNode access, String name, String prefix, Body body) {
    code.add(body.where());
    code.add(Hooks.call(access.owner, name, prefix + Hooks.WHERE));
  }

  /** Checks the object on top of the stack, and takes it. */
  static InsnList instanceCheck(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    InsnList code = new InsnList();
    boolean read = access.getOpcode() == Opcodes.GETFIELD;
    String accessor = read ? Shadow.reads(access.name) : Shadow.writes(access.name);
    addCall(code, access, accessor, "(L" + target.declaring() + ';', body);
    return code;
  }
}
