package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Body;
import dev.goguard.agent.transform.ClassShapes;
import dev.goguard.agent.transform.Hooks;
import dev.goguard.agent.transform.Rewriter;
import dev.goguard.race.bootstrap.Containers;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Calls on iterators that another thread may have: all but those that the method has made itself
 * and gives to nobody, as a loop over a collection does.
 */
final class IteratorRewriter implements Rewriter {
  private static final String CONTAINERS = Type.getInternalName(Containers.class);
  private static final String HOOK = '(' + Hooks.OBJECT + 'I' + Hooks.WHERE;
  private static final Set<String> TYPES =
      Set.of("java/util/Iterator", "java/util/ListIterator", "java/util/Spliterator");
  private static final Set<String> LOOKS =
      Set.of("hasNext", "hasPrevious", "nextIndex", "previousIndex", "set", "estimateSize");
  private static final Set<String> ADVANCES = Set.of(
      "next",
      "previous",
      "remove",
      "add",
      "forEachRemaining",
      "tryAdvance",
      "trySplit",
      "nextInt",
      "nextLong",
      "nextDouble");

  private final ClassShapes shapes;
  private OwnIterators own;

  IteratorRewriter(ClassShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof MethodInsnNode call
        && isWatched(call)
        && shapes.checks(body.type.name)
        && body.isCheckedHere(insn)
        && !own(body).isReceiverOf(call)) {
      body.before(call, code(call, body));
    }
  }

  private OwnIterators own(Body body) {
    if (own == null || !own.isOf(body.method)) {
      own = OwnIterators.in(body.method);
    }
    return own;
  }

  /** Whether a call has a hook, when the iterator is not the caller's own. */
  boolean isWatched(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKEINTERFACE
        && isIterator(call.owner)
        && (LOOKS.contains(call.name) || ADVANCES.contains(call.name));
  }

  static boolean isIterator(String type) {
    return TYPES.contains(type)
        || type.startsWith("java/util/PrimitiveIterator")
        || type.startsWith("java/util/Spliterator$");
  }

  private static InsnList code(MethodInsnNode call, Body body) {
    ArgumentStack stack = new ArgumentStack(body, call.desc);
    InsnList code = stack.setAside();
    code.add(new InsnNode(Opcodes.DUP));
    code.add(new InsnNode(ADVANCES.contains(call.name) ? Opcodes.ICONST_1 : Opcodes.ICONST_0));
    code.add(body.where());
    code.add(Hooks.call(CONTAINERS, "iterator", HOOK));
    code.add(stack.putBack());
    return code;
  }
}
