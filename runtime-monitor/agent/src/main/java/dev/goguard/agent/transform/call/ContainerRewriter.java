package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Body;
import dev.goguard.agent.transform.ClassShapes;
import dev.goguard.agent.transform.Hooks;
import dev.goguard.agent.transform.Rewriter;
import dev.goguard.race.bootstrap.Containers;
import dev.goguard.race.shadow.ContainerMethods;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Calls on collections, builders and other objects of the JDK that threads must not share: a hook
 * before the call, which decides by the object's class what is read or written.
 */
final class ContainerRewriter implements Rewriter {
  private static final String CONTAINERS = Type.getInternalName(Containers.class);
  private static final String CALL = '(' + Hooks.OBJECT + 'I' + Hooks.WHERE;
  private static final String ELEMENT = '(' + Hooks.OBJECT + "II" + Hooks.WHERE;
  private static final String SUPER = '(' + Hooks.OBJECT + "Ljava/lang/Class;I" + Hooks.WHERE;
  private static final String ARGUMENT = '(' + Hooks.OBJECT + Hooks.WHERE;

  private final ClassShapes shapes;

  ContainerRewriter(ClassShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (!shapes.checks(body.type.name) || !body.isCheckedHere(insn)) {
      return;
    }
    if (insn instanceof MethodInsnNode call) {
      rewrite(call, body);
    } else if (insn instanceof InvokeDynamicInsnNode concatenation
        && concatenation.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
      String arguments = ContainerArguments.ofConcatenation(concatenation.desc);
      if (arguments != null) {
        body.before(insn, code(null, concatenation.desc, arguments, body));
      }
    }
  }

  private void rewrite(MethodInsnNode call, Body body) {
    boolean watched = isReceiverWatched(call);
    String arguments = ContainerArguments.of(call);
    if (watched || arguments != null) {
      body.before(call, code(watched ? call : null, call.desc, arguments, body));
    }
  }

  /** Whether a call has a hook. */
  boolean isWatched(MethodInsnNode call) {
    return isReceiverWatched(call) || ContainerArguments.of(call) != null;
  }

  private boolean isReceiverWatched(MethodInsnNode call) {
    if (call.getOpcode() == Opcodes.INVOKESTATIC || ContainerMethods.numberOf(call.name) < 0) {
      return false;
    }
    if (call.owner.equals("java/lang/Object")) {
      return ContainerTypes.mayBeOfObject(call.name);
    }
    Set<String> types = new HashSet<>();
    shapes.addJdkTypes(call.owner, types);
    return ContainerTypes.mayBeContainer(types);
  }

  /** The hooks of a call's receiver and of its arguments; either may be null. */
  private static InsnList code(
      MethodInsnNode call, String descriptor, String arguments, Body body) {
    ArgumentStack stack = new ArgumentStack(body, descriptor);
    if (arguments == null && isGet(call)) {
      return element(call, body);
    }
    InsnList code = stack.setAside();
    if (call != null) {
      code.add(isSet(call) ? setElement(call, stack, body) : receiver(call, body));
    }
    for (int i = 0; arguments != null && i < arguments.length(); i++) {
      if (arguments.charAt(i) != '-') {
        code.add(stack.push(i));
        code.add(body.where());
        String hook = arguments.charAt(i) == 'r' ? "read" : "write";
        code.add(Hooks.call(CONTAINERS, hook, ARGUMENT));
      }
    }
    code.add(stack.putBack());
    return code;
  }

  private static boolean isGet(MethodInsnNode call) {
    return call.getOpcode() != Opcodes.INVOKESPECIAL
        && call.name.equals("get")
        && call.desc.startsWith("(I)");
  }

  private static boolean isSet(MethodInsnNode call) {
    return call.getOpcode() != Opcodes.INVOKESPECIAL
        && call.name.equals("set")
        && call.desc.startsWith("(IL");
  }

  /** On the stack are receiver and index. */
  private static InsnList element(MethodInsnNode call, Body body) {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.DUP2));
    code.add(new LdcInsnNode(ContainerMethods.numberOf(call.name)));
    code.add(body.where());
    code.add(Hooks.call(CONTAINERS, "element", ELEMENT));
    return code;
  }

  private static InsnList setElement(MethodInsnNode call, ArgumentStack stack, Body body) {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.DUP));
    code.add(stack.push(0));
    code.add(new LdcInsnNode(ContainerMethods.numberOf(call.name)));
    code.add(body.where());
    code.add(Hooks.call(CONTAINERS, "element", ELEMENT));
    return code;
  }

  private static InsnList receiver(MethodInsnNode call, Body body) {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.DUP));
    boolean ofSuper = call.getOpcode() == Opcodes.INVOKESPECIAL;
    if (ofSuper) {
      code.add(new LdcInsnNode(Type.getObjectType(call.owner)));
    }
    code.add(new LdcInsnNode(ContainerMethods.numberOf(call.name)));
    code.add(body.where());
    code.add(Hooks.call(CONTAINERS, ofSuper ? "superCall" : "call", ofSuper ? SUPER : CALL));
    return code;
  }
}
