package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Body;
import dev.goguard.agent.transform.Rewriter;
import java.lang.invoke.LambdaMetafactory;
import java.util.function.Predicate;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Method references to the JDK, such as {@code counter::incrementAndGet}: the method is named in a
 * constant and called by code that is not the program's, so no call site would be seen. Where one
 * should be, the reference is turned into what the compiler makes of a lambda: a method of the
 * class that contains the call, which is instrumented like all others.
 *
 * <p>References that can be serialized stay as they are, because their serial form names the
 * method.
 */
final class MethodReferenceRewriter implements Rewriter {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  private final Predicate<MethodInsnNode> isWatched;
  private int count;

  /** {@code isWatched} says whether a call of the method would be rewritten. */
  MethodReferenceRewriter(Predicate<MethodInsnNode> isWatched) {
    this.isWatched = isWatched;
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof InvokeDynamicInsnNode lambda
        && lambda.bsm.getOwner().equals(FACTORY)
        && !isSerializable(lambda)
        && lambda.bsmArgs[1] instanceof Handle method
        && LambdaBridge.opcode(method) != 0
        && isWatched.test(LambdaBridge.call(method))) {
      lambda.bsmArgs[1] = bridge(lambda, method, body);
    }
  }

  private static boolean isSerializable(InvokeDynamicInsnNode lambda) {
    return lambda.bsm.getName().equals("altMetafactory")
        && lambda.bsmArgs[3] instanceof Integer flags
        && (flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0;
  }

  private Handle bridge(InvokeDynamicInsnNode lambda, Handle method, Body body) {
    String within = body.method.name.replaceAll("[<>]", "").replaceFirst("^lambda\\$", "");
    String name = "lambda$" + within + "$gg" + count++;
    LambdaBridge bridge = new LambdaBridge(name, lambda.desc, method);
    body.type.methods.add(bridge.write(line(lambda)));
    boolean ofInterface = (body.type.access & Opcodes.ACC_INTERFACE) != 0;
    return new Handle(
        Opcodes.H_INVOKESTATIC, body.type.name, name, bridge.descriptor(), ofInterface);
  }

  private static int line(AbstractInsnNode from) {
    for (AbstractInsnNode at = from; at != null; at = at.getPrevious()) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }
}
