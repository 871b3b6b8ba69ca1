package dev.goguard.agent.transform;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The code of one method while it is being instrumented, with two locals behind its own: the
 * thread's state and the calling context in which the method was entered.
 *
 * <p>The locals are set by the first instructions, so they hold their value everywhere, and every
 * frame of the method says so; nothing else in the frames changes.
 */
final class Body {
  final ClassNode type;
  final MethodNode method;
  private final int thread;
  private final int context;
  private boolean used;

  Body(ClassNode type, MethodNode method) {
    this.type = type;
    this.method = method;
    this.thread = method.maxLocals;
    this.context = method.maxLocals + 1;
  }

  boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isConstructor() {
    return method.name.equals("<init>");
  }

  /** Pushes the thread's state. */
  InsnList thread() {
    used = true;
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, thread));
    return code;
  }

  /** Pushes thread, context and the number of a new site: what access hooks take last. */
  InsnList where() {
    InsnList code = thread();
    code.add(new VarInsnNode(Opcodes.LLOAD, context));
    code.add(new LdcInsnNode(Sites.next()));
    return code;
  }

  void before(AbstractInsnNode insn, InsnList code) {
    method.instructions.insertBefore(insn, code);
  }

  void after(AbstractInsnNode insn, InsnList code) {
    method.instructions.insert(insn, code);
  }

  /** Sets the locals, when anything asked for them. */
  void finish() {
    if (!used) {
      return;
    }
    method.instructions.insert(prologue());
    method.maxLocals = context + 2;
    for (AbstractInsnNode insn = method.instructions.getFirst();
        insn != null;
        insn = insn.getNext()) {
      if (insn instanceof FrameNode frame) {
        frame.local = withOurs(frame.local);
      }
    }
  }

  private InsnList prologue() {
    InsnList code = new InsnList();
    code.add(Hooks.call(Hooks.THREADS, "current", "()" + Hooks.THREAD_DESC));
    code.add(new VarInsnNode(Opcodes.ASTORE, thread));
    code.add(new VarInsnNode(Opcodes.ALOAD, thread));
    code.add(new FieldInsnNode(Opcodes.GETFIELD, Hooks.THREAD, "context", "J"));
    code.add(new VarInsnNode(Opcodes.LSTORE, context));
    return code;
  }

  /** A frame's locals, filled up to ours. */
  private List<Object> withOurs(List<Object> locals) {
    List<Object> all = new ArrayList<>(locals);
    int slots = 0;
    for (Object local : locals) {
      slots += local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
    }
    for (; slots < thread; slots++) {
      all.add(Opcodes.TOP);
    }
    all.add(Hooks.THREAD);
    all.add(Opcodes.LONG);
    return all;
  }

  /** The slots of a value of this type on the stack. */
  static int size(String descriptor) {
    return Type.getType(descriptor).getSize();
  }
}
