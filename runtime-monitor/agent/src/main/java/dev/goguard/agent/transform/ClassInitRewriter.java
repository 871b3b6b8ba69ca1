package dev.goguard.agent.transform;

import java.util.OptionalInt;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;

/**
 * Class initialisation: the end of an initialiser, and the uses that follow it (JLS 12.4.2).
 *
 * <p>Only classes whose initialiser does something that another thread could see are followed. A
 * use is noticed where the class is certainly initialised: at the beginning of its static methods
 * and constructors, after a static field that has no cells was read, and before the slow path of an
 * access to one that has.
 */
final class ClassInitRewriter implements Rewriter {
  private static final String DESCRIPTOR = '(' + Hooks.THREAD_DESC + "I)V";

  private final ClassShapes shapes;

  ClassInitRewriter(ClassShapes shapes) {
    this.shapes = shapes;
  }

  /** What a method of a class does on entry, and an initialiser at its end. */
  void enter(Body body) {
    if (body.method.name.equals("<clinit>")) {
      shapes.initialiserAbove(body.type).ifPresent(above -> body.onEntry(used(above, body)));
    } else if (isUse(body)) {
      shapes.initialiser(body.type.name).ifPresent(own -> body.onEntry(used(own, body)));
    }
  }

  /** Whether the method can only run in a thread that has used the class. */
  private static boolean isUse(Body body) {
    return body.isStatic() || body.isConstructor();
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (Body.isReturn(insn) && body.method.name.equals("<clinit>")) {
      shapes
          .initialiser(body.type.name)
          .ifPresent(own -> body.before(insn, call("ended", own, body)));
    } else if (insn.getOpcode() == Opcodes.GETSTATIC) {
      use((FieldInsnNode) insn, body).ifPresent(used -> body.after(insn, used(used, body)));
    }
  }

  private OptionalInt use(FieldInsnNode access, Body body) {
    if (access.owner.equals(body.type.name) && isUse(body)) {
      return OptionalInt.empty();
    }
    return shapes
        .resolve(access.owner, access.name, access.desc)
        .filter(target -> !target.isChecked() && !target.isSynthetic())
        .map(target -> shapes.initialiser(target.declaring()))
        .orElse(OptionalInt.empty());
  }

  private static InsnList used(int number, Body body) {
    return call("used", number, body);
  }

  private static InsnList call(String hook, int number, Body body) {
    InsnList code = body.thread();
    code.add(Stack.push(number));
    code.add(Hooks.call(Hooks.CLASS_INITS, hook, DESCRIPTOR));
    return code;
  }
}
