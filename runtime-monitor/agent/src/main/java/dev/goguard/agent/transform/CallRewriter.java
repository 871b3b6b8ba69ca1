package dev.goguard.agent.transform;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls: tells the callee its calling context. */
final class CallRewriter implements Rewriter {
  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof MethodInsnNode) {
      InsnList code = body.where();
      code.add(Hooks.call(Hooks.THREAD, "call", '(' + Hooks.WHERE));
      body.before(insn, code);
    }
  }
}
