package dev.goguard.agent.transform;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The instructions of a loop, from its first label to the jump back, in the method's order. */
record Span(Layout layout, int start, int end) {

  boolean contains(int position) {
    return start <= position && position <= end;
  }

  AbstractInsnNode at(int position) {
    return layout.at(position);
  }

  /** Whether the loop leaves this local as it is. */
  boolean keeps(int local) {
    for (int i = start; i <= end; i++) {
      AbstractInsnNode insn = at(i);
      if (insn instanceof IincInsnNode increment && increment.var == local
          || insn instanceof VarInsnNode store
              && store.getOpcode() >= Opcodes.ISTORE
              && (store.var == local || isWide(store) && store.var + 1 == local)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWide(VarInsnNode store) {
    return store.getOpcode() == Opcodes.LSTORE || store.getOpcode() == Opcodes.DSTORE;
  }

  /** Whether every pass through the loop's body comes by this instruction, and once. */
  boolean isOnEveryPass(int position) {
    for (int i = start; i < end; i++) {
      for (LabelNode target : targets(at(i))) {
        int to = layout.position(target);
        boolean skipped = i < position && to > position && contains(to);
        boolean repeated = i > position && to <= position && to >= start;
        if (skipped || repeated) {
          return false;
        }
      }
    }
    return true;
  }

  /** Where an instruction may jump to. */
  static List<LabelNode> targets(AbstractInsnNode insn) {
    if (insn instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    if (insn instanceof TableSwitchInsnNode table) {
      return with(table.labels, table.dflt);
    }
    return insn instanceof LookupSwitchInsnNode lookup
        ? with(lookup.labels, lookup.dflt)
        : List.of();
  }

  private static List<LabelNode> with(List<LabelNode> labels, LabelNode last) {
    List<LabelNode> all = new ArrayList<>(labels);
    all.add(last);
    return all;
  }
}
