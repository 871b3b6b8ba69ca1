package dev.goguard.agent.transform;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * {@code synchronized} methods: an acquire as the first thing and a release as the last.
 *
 * <p>The JVM enters the monitor before the method's code and leaves it after, so the flag stays.
 * The release must also happen when the method ends with an exception: a handler around all of it,
 * the last in the table, releases and throws on.
 */
final class SynchronizedMethod {
  private final Body body;

  private SynchronizedMethod(Body body) {
    this.body = body;
  }

  static void rewrite(Body body) {
    if ((body.method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      new SynchronizedMethod(body).rewrite();
    }
  }

  private void rewrite() {
    for (AbstractInsnNode insn : body.method.instructions.toArray()) {
      if (Body.isReturn(insn)) {
        body.before(insn, exiting());
      }
    }
    body.onEntry(entered());
    addHandler();
  }

  private void addHandler() {
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    InsnList code = body.method.instructions;
    code.insert(start);
    code.add(end);
    code.add(body.frame(locals(), "java/lang/Throwable"));
    code.add(exiting());
    code.add(new InsnNode(Opcodes.ATHROW));
    body.method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
  }

  /** What the handler needs of the method's own locals. */
  private List<Object> locals() {
    return body.keepsThis() ? List.of(body.type.name) : List.of();
  }

  private InsnList thisClass() {
    InsnList code = new InsnList();
    code.add(new LdcInsnNode(Type.getObjectType(body.type.name)));
    return code;
  }

  private InsnList monitor() {
    return body.isStatic() ? thisClass() : body.self();
  }

  private InsnList entered() {
    InsnList code = monitor();
    code.add(body.where());
    code.add(Hooks.call(Hooks.MONITORS, "entered", '(' + Hooks.OBJECT + Hooks.WHERE));
    return code;
  }

  private InsnList exiting() {
    InsnList code = monitor();
    code.add(body.thread());
    code.add(Hooks.call(Hooks.MONITORS, "exiting", '(' + Hooks.OBJECT + Hooks.THREAD_DESC + ")V"));
    return code;
  }
}
