package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Body;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.VarInsnNode;

/** The arguments that lie on the stack before a call: set aside in locals, looked at, put back. */
final class ArgumentStack {
  private final Body body;
  private final Type[] types;
  private final int[] locals;

  ArgumentStack(Body body, String descriptor) {
    this.body = body;
    this.types = Type.getArgumentTypes(descriptor);
    this.locals = new int[types.length];
    int next = 0;
    for (int i = 0; i < types.length; i++) {
      locals[i] = next;
      next += types[i].getSize();
    }
  }

  Type[] types() {
    return types;
  }

  /** Takes all arguments from the stack. */
  InsnList setAside() {
    InsnList code = new InsnList();
    for (int i = types.length - 1; i >= 0; i--) {
      code.add(local(Opcodes.ISTORE, i));
    }
    return code;
  }

  /** Pushes one that was set aside. */
  InsnList push(int argument) {
    InsnList code = new InsnList();
    code.add(local(Opcodes.ILOAD, argument));
    return code;
  }

  /** Pushes all that were set aside. */
  InsnList putBack() {
    InsnList code = new InsnList();
    for (int i = 0; i < types.length; i++) {
      code.add(local(Opcodes.ILOAD, i));
    }
    return code;
  }

  private VarInsnNode local(int opcode, int argument) {
    VarInsnNode insn = new VarInsnNode(types[argument].getOpcode(opcode), locals[argument]);
    body.scratch(insn);
    return insn;
  }

  /** The references among the arguments. */
  List<Integer> references() {
    List<Integer> references = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      if (types[i].getSort() == Type.OBJECT) {
        references.add(i);
      }
    }
    return references;
  }
}
