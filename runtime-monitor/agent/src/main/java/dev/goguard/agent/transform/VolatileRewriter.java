package dev.goguard.agent.transform;

import dev.goguard.race.detector.Shadow;
import dev.goguard.race.shadow.FieldSlots;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Volatile fields: a write releases before the store, a read acquires after the load, so that every
 * value that a read can see comes with the clock of its write (JLS 17.4.4).
 *
 * <p>The clock lies beside the field, or in a table when the field's class is as it was: one of the
 * JDK, or loaded before the agent.
 */
final class VolatileRewriter implements Rewriter {
  private static final String DESCRIPTOR = '(' + Hooks.SYNC_CLOCK_DESC + Hooks.THREAD_DESC + ")V";
  private static final String TABLE = '(' + Hooks.OBJECT + Hooks.THREAD_DESC + "I)V";

  private final ClassShapes shapes;

  VolatileRewriter(ClassShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof FieldInsnNode access) {
      shapes
          .find(access.owner, access.name, access.desc)
          .filter(ClassShapes.FieldTarget::isVolatile)
          .ifPresent(target -> rewrite(access, target, body));
    }
  }

  private static void rewrite(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    switch (access.getOpcode()) {
      case Opcodes.GETFIELD -> {
        body.before(access, Stack.of(Opcodes.DUP));
        InsnList code = Stack.swapBelow(access.desc);
        code.add(hook("read", access, target, body));
        body.after(access, code);
      }
      case Opcodes.PUTFIELD -> {
        if (body.storesIntoThisBeforeSuper(access)) {
          body.before(access, first(access, target, body));
        } else {
          InsnList code = Stack.dupBelow(access.desc);
          code.add(hook("write", access, target, body));
          body.before(access, code);
        }
      }
      case Opcodes.GETSTATIC -> body.after(access, hook("read", access, target, body));
      default -> body.before(access, hook("write", access, target, body));
    }
  }

  /** The hook of a clock; for a field of an object, that is on the stack. */
  private static InsnList hook(
      String name, FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    if (!target.isLinked()) {
      return tableHook(name, access, target, body);
    }
    InsnList code = new InsnList();
    code.add(Hooks.call(
        access.owner,
        Shadow.clock(target.shadow()),
        Accessor.prefix(target.declaring(), !target.isStatic()) + ')' + Hooks.SYNC_CLOCK_DESC));
    code.add(body.thread());
    code.add(Hooks.call(Hooks.VOLATILES, name, DESCRIPTOR));
    return code;
  }

  private static InsnList tableHook(
      String name, FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    InsnList code = new InsnList();
    if (target.isStatic()) {
      code.add(new LdcInsnNode(Type.getObjectType(holder(access, target, body))));
    }
    code.add(body.thread());
    code.add(Stack.push(FieldSlots.of(target.declaring().replace('/', '.'), target.name())));
    code.add(Hooks.call(Hooks.VOLATILES, name, TABLE));
    return code;
  }

  /** The declaring class; when it may be one that this class must not name, the class it names. */
  private static String holder(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    return packageOf(target.declaring()).equals(packageOf(body.type.name))
        ? target.declaring()
        : access.owner;
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('/') + 1);
  }

  private static InsnList first(FieldInsnNode access, ClassShapes.FieldTarget target, Body body) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(body.thread());
    code.add(Hooks.call(
        Hooks.VOLATILES, "written", '(' + Hooks.THREAD_DESC + ')' + Hooks.SYNC_CLOCK_DESC));
    code.add(new FieldInsnNode(
        Opcodes.PUTFIELD, access.owner, Shadow.clock(target.shadow()), Hooks.SYNC_CLOCK_DESC));
    return code;
  }
}
