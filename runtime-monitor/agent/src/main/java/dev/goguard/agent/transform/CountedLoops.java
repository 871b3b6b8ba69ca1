package dev.goguard.agent.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Finds the counted loops of a method, in the shape that compilers give to {@code for}. */
final class CountedLoops {
  private final Layout layout;
  private final Operands operands;
  private final Predicate<AbstractInsnNode> synchronizes;

  CountedLoops(Layout layout, Operands operands, Predicate<AbstractInsnNode> synchronizes) {
    this.layout = layout;
    this.operands = operands;
    this.synchronizes = synchronizes;
  }

  /** The loops, inner ones before those around them. */
  List<CountedLoop> find() {
    List<CountedLoop> loops = new ArrayList<>();
    for (int i = 0; i < layout.size(); i++) {
      if (layout.at(i) instanceof JumpInsnNode back && back.getOpcode() == Opcodes.GOTO) {
        int start = layout.position(back.label);
        CountedLoop loop = start < i ? loop(new Span(layout, start, i)) : null;
        if (loop != null) {
          loops.add(loop);
        }
      }
    }
    return loops;
  }

  private CountedLoop loop(Span span) {
    if (!(layout.before(span.end()) instanceof IincInsnNode step) || step.incr == 0) {
      return null;
    }
    JumpInsnNode exit = exit(span, step.var);
    if (exit == null || !isClosed(span, exit) || !countsOnly(span, step)) {
      return null;
    }
    FrameNode frame = frame(span);
    boolean usable = frame == null ? !layout.hasFrames() : frame.stack.isEmpty();
    return usable ? new CountedLoop(span, step.var, step.incr, exit, frame) : null;
  }

  /** The test: the first jump, reached without any other, that compares the counter. */
  private JumpInsnNode exit(Span span, int counter) {
    for (int i = span.start() + 1; i < span.end(); i++) {
      if (layout.at(i) instanceof JumpInsnNode test) {
        boolean leaves = layout.position(test.label) > span.end();
        return leaves && compares(test, counter) ? test : null;
      }
      if (layout.at(i).getOpcode() >= Opcodes.ISTORE && isStore(layout.at(i))) {
        return null;
      }
    }
    return null;
  }

  private static boolean isStore(AbstractInsnNode insn) {
    return insn instanceof VarInsnNode
        || insn instanceof IincInsnNode
        || ArrayOrigins.isStore(insn);
  }

  private boolean compares(JumpInsnNode test, int counter) {
    int opcode = test.getOpcode();
    boolean two = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE;
    boolean one = opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE;
    return (two || one)
        && operands.depth(test) == (two ? 2 : 1)
        && (isLoad(operands.producer(test, 0), counter)
            || two && isLoad(operands.producer(test, 1), counter));
  }

  private static boolean isLoad(AbstractInsnNode insn, int local) {
    return insn instanceof VarInsnNode load
        && load.getOpcode() == Opcodes.ILOAD
        && load.var == local;
  }

  /** Nobody enters but from above, nobody leaves but by the test, and nothing synchronizes. */
  private boolean isClosed(Span span, JumpInsnNode exit) {
    return entersFromAbove(span)
        && !isEntered(span)
        && staysInside(span, exit)
        && !hasHandler(span);
  }

  private boolean entersFromAbove(Span span) {
    AbstractInsnNode above = layout.before(span.start());
    return above != null
        && !endsFlow(above)
        && above.getOpcode() != Opcodes.GOTO
        && Span.targets(above).isEmpty();
  }

  private boolean isEntered(Span span) {
    for (int i = 0; i < layout.size(); i++) {
      for (LabelNode target : Span.targets(layout.at(i))) {
        int to = layout.position(target);
        boolean inside = span.contains(i);
        if (span.contains(to) && !inside || to == span.start() && i != span.end()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean staysInside(Span span, JumpInsnNode exit) {
    for (int i = span.start(); i <= span.end(); i++) {
      AbstractInsnNode insn = layout.at(i);
      if (endsFlow(insn) || synchronizes.test(insn)) {
        return false;
      }
      for (LabelNode target : Span.targets(insn)) {
        if (insn != exit && !span.contains(layout.position(target))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean endsFlow(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN
        || opcode == Opcodes.ATHROW
        || opcode == Opcodes.JSR
        || opcode == Opcodes.RET;
  }

  private boolean hasHandler(Span span) {
    for (TryCatchBlockNode block : layout.method.tryCatchBlocks) {
      if (span.contains(layout.position(block.handler))) {
        return true;
      }
    }
    return false;
  }

  private boolean countsOnly(Span span, IincInsnNode step) {
    for (int i = span.start(); i <= span.end(); i++) {
      AbstractInsnNode insn = layout.at(i);
      boolean other =
          insn instanceof IincInsnNode increment && increment != step && increment.var == step.var;
      boolean stored = insn instanceof VarInsnNode store
          && store.getOpcode() >= Opcodes.ISTORE
          && store.var == step.var;
      if (other || stored) {
        return false;
      }
    }
    return true;
  }

  private FrameNode frame(Span span) {
    for (int i = span.start() + 1; i < span.end(); i++) {
      if (layout.at(i) instanceof FrameNode frame) {
        return frame;
      }
      if (layout.at(i).getOpcode() >= 0) {
        return null;
      }
    }
    return null;
  }
}
