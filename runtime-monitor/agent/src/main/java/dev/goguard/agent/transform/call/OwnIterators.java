package dev.goguard.agent.transform.call;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The calls of a method on iterators that it has made and only calls.
 *
 * <p>Such an iterator is stored in a local right after the call that has made it, and each load of
 * the local, up to the next store into it, is the receiver of a call; or it is called where it was
 * made. Compilers write loops over collections so. What a method named {@code iterator} answers is
 * new: so its documentation wants it.
 */
final class OwnIterators {
  private static final Set<String> MAKERS =
      Set.of("iterator", "listIterator", "descendingIterator", "spliterator");

  private final MethodNode method;
  private final Set<AbstractInsnNode> calls = new HashSet<>();

  private OwnIterators(MethodNode method) {
    this.method = method;
  }

  /** Of a method in which nothing was put between a load and the call of what is loaded. */
  static OwnIterators in(MethodNode method) {
    OwnIterators own = new OwnIterators(method);
    for (AbstractInsnNode insn : method.instructions) {
      AbstractInsnNode next = next(insn);
      if (isMaker(insn) && next != null) {
        if (next.getOpcode() == Opcodes.ASTORE) {
          own.addLoads((VarInsnNode) next);
        } else if (isCall(next)) {
          own.calls.add(next);
        }
      }
    }
    return own;
  }

  boolean isOf(MethodNode other) {
    return method == other;
  }

  boolean isReceiverOf(MethodInsnNode call) {
    return calls.contains(call);
  }

  private void addLoads(VarInsnNode store) {
    Set<AbstractInsnNode> found = new HashSet<>();
    for (AbstractInsnNode insn = next(store); insn != null; insn = next(insn)) {
      if (insn instanceof VarInsnNode local && local.var == store.var) {
        if (local.getOpcode() != Opcodes.ALOAD) {
          break;
        }
        if (!isCall(next(local))) {
          return;
        }
        found.add(next(local));
      }
    }
    calls.addAll(found);
  }

  private static boolean isMaker(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && MAKERS.contains(call.name)
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && IteratorRewriter.isIterator(Type.getReturnType(call.desc).getInternalName());
  }

  /** With arguments, something else may lie between. */
  private static boolean isCall(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && call.desc.startsWith("()")
        && IteratorRewriter.isIterator(call.owner);
  }

  private static AbstractInsnNode next(AbstractInsnNode insn) {
    AbstractInsnNode next = insn.getNext();
    while (next != null && next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next;
  }
}
