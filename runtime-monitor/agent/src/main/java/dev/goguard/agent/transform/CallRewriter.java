package dev.goguard.agent.transform;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Calls: tells the callee its calling context.
 *
 * <p>A method that calls itself passes its own context on: otherwise every depth of a recursion
 * would be a context. And a method that has set contexts for others sets back its own when it
 * returns: code of the JDK that calls back, a sort for example, makes its next call in the same
 * context as the one before.
 */
final class CallRewriter implements Rewriter {
  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof MethodInsnNode call && !LeafCalls.isLeaf(call)) {
      boolean recursive = call.owner.equals(body.type.name)
          && call.name.equals(body.method.name)
          && call.desc.equals(body.method.desc);
      body.before(insn, recursive ? body.ownContext() : newContext(body));
    } else if (insn instanceof InvokeDynamicInsnNode call && !LeafCalls.isLeaf(call)) {
      body.before(insn, newContext(body));
    }
  }

  private static InsnList newContext(Body body) {
    InsnList code = body.where();
    code.add(Hooks.call(Hooks.THREAD, "call", '(' + Hooks.WHERE));
    body.resetContextOnReturn();
    return code;
  }
}
