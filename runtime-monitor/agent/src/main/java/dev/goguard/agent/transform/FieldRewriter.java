package dev.goguard.agent.transform;

import dev.goguard.race.detector.Shadow;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.VarInsnNode;

/** Plain field accesses: before each a check, a call of the field's accessor. */
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
          .filter(ClassShapes.FieldTarget::isChecked)
          .ifPresent(target -> rewrite(access, target, body));
    }
  }

  private static void rewrite(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    if (body.storesIntoThisBeforeSuper(access)) {
      body.before(access, first(access, target, body));
    } else if (body.isFresh(access)) {
      body.before(access, fresh(access, target, body));
    } else {
      body.before(access, check(access, target, body));
    }
  }

  private static InsnList check(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    InsnList code = switch (access.getOpcode()) {
      case Opcodes.GETFIELD -> Stack.of(Opcodes.DUP);
      case Opcodes.PUTFIELD -> Stack.dupBelow(access.desc);
      default -> new InsnList();
    };
    code.add(call(access, target, body));
    return code;
  }

  /** A store before {@code super(…)}: nobody else has the object, so the cell is simply set. */
  private static InsnList first(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(body.where());
    code.add(Hooks.call(Hooks.ACCESS, "cell", '(' + Hooks.THREAD_DESC + "JI)J"));
    code.add(
        new FieldInsnNode(Opcodes.PUTFIELD, access.owner, Shadow.writes(target.shadow()), "J"));
    return code;
  }

  /** A store into an object that no other thread has: the cell is simply set as well. */
  private static InsnList fresh(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    InsnList code = Stack.dupBelow(access.desc);
    code.add(body.freshCell(access));
    String cell = Shadow.writes(target.shadow());
    code.add(new FieldInsnNode(Opcodes.PUTFIELD, target.declaring(), cell, "J"));
    return code;
  }

  /** Checks the field of the object on top of the stack, if it has one, and takes that. */
  static InsnList call(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    InsnList code = body.where();
    boolean read =
        access.getOpcode() == Opcodes.GETFIELD || access.getOpcode() == Opcodes.GETSTATIC;
    String accessor = read ? Shadow.reads(target.shadow()) : Shadow.writes(target.shadow());
    code.add(Hooks.call(
        access.owner,
        accessor,
        Accessor.prefix(target.declaring(), !target.isStatic()) + Hooks.WHERE));
    return code;
  }
}
