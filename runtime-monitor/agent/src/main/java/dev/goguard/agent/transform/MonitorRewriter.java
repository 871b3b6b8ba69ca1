package dev.goguard.agent.transform;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;

/**
 * {@code synchronized} blocks: an acquire after the monitor is entered, a release before it is
 * left.
 */
final class MonitorRewriter implements Rewriter {
  private static final String DESCRIPTOR = '(' + Hooks.OBJECT + Hooks.THREAD_DESC + ")V";

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn.getOpcode() == Opcodes.MONITORENTER) {
      body.before(insn, only(new InsnNode(Opcodes.DUP)));
      InsnList code = body.where();
      code.add(Hooks.call(Hooks.MONITORS, "entered", '(' + Hooks.OBJECT + Hooks.WHERE));
      body.after(insn, code);
    } else if (insn.getOpcode() == Opcodes.MONITOREXIT) {
      InsnList code = only(new InsnNode(Opcodes.DUP));
      code.add(body.thread());
      code.add(Hooks.call(Hooks.MONITORS, "exiting", DESCRIPTOR));
      body.before(insn, code);
    }
  }

  private static InsnList only(AbstractInsnNode insn) {
    InsnList code = new InsnList();
    code.add(insn);
    return code;
  }
}
