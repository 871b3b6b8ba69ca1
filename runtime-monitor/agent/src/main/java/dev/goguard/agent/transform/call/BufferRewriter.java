package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Body;
import dev.goguard.agent.transform.ClassShapes;
import dev.goguard.agent.transform.Hooks;
import dev.goguard.agent.transform.Rewriter;
import dev.goguard.race.bootstrap.Containers;
import dev.goguard.race.shadow.BufferAccess;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls on the buffers of {@code java.nio}: a hook before the call. */
final class BufferRewriter implements Rewriter {
  private static final String CONTAINERS = Type.getInternalName(Containers.class);
  private static final String HOOK = '(' + Hooks.OBJECT + "III" + Hooks.WHERE;

  private final ClassShapes shapes;

  BufferRewriter(ClassShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof MethodInsnNode call
        && shapes.checks(body.type.name)
        && body.isCheckedHere(insn)
        && isWatched(call)) {
      body.before(call, code(call, body));
    }
  }

  /** Whether a call has a hook. */
  boolean isWatched(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKEVIRTUAL
            && (BufferMethods.isBuffer(call.owner) && BufferMethods.operation(call) >= 0
                || BufferMethods.movesArgument(call))
        || call.getOpcode() == Opcodes.INVOKEINTERFACE && BufferMethods.movesArgument(call);
  }

  private static InsnList code(MethodInsnNode call, Body body) {
    ArgumentStack stack = new ArgumentStack(body, call.desc);
    InsnList code = stack.setAside();
    if (BufferMethods.isBuffer(call.owner)) {
      int operation = BufferMethods.operation(call);
      code.add(new InsnNode(Opcodes.DUP));
      code.add(operation == BufferAccess.AT ? stack.push(0) : number(-1));
      code.add(hook(operation, BufferMethods.width(call), call.owner, body));
    }
    if (BufferMethods.movesArgument(call)) {
      code.add(stack.push(0));
      code.add(number(-1));
      code.add(hook(BufferAccess.MOVE, 0, call.owner, body));
    }
    code.add(stack.putBack());
    return code;
  }

  private static InsnList hook(int operation, int width, String owner, Body body) {
    InsnList code = number(operation);
    code.add(number(width));
    code.add(body.where(owner.substring(owner.lastIndexOf('/') + 1)));
    code.add(Hooks.call(CONTAINERS, "buffer", HOOK));
    return code;
  }

  private static InsnList number(int value) {
    InsnList code = new InsnList();
    code.add(new LdcInsnNode(value));
    return code;
  }
}
