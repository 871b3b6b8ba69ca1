package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Body;
import dev.goguard.agent.transform.Hooks;
import dev.goguard.agent.transform.Rewriter;
import dev.goguard.race.bootstrap.Atomics;
import dev.goguard.race.bootstrap.Reflections;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The making of field updaters, {@code VarHandle}s and accessors of fields: what they access is
 * remembered.
 */
final class HandleRewriter implements Rewriter {
  private static final String ATOMICS = Type.getInternalName(Atomics.class);
  private static final String REFLECTIONS = Type.getInternalName(Reflections.class);
  private static final String OF_FIELD =
      '(' + Hooks.OBJECT + "Ljava/lang/Class;Ljava/lang/String;)V";
  private static final String OF_REFLECTED = '(' + Hooks.OBJECT + "Ljava/lang/reflect/Field;)V";
  private static final String OF_OTHER = '(' + Hooks.OBJECT + Hooks.OBJECT + ")V";

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof MethodInsnNode call) {
      switch (call.owner) {
        case "java/lang/invoke/MethodHandles$Lookup" -> lookup(call, body);
        case "java/lang/invoke/VarHandle" -> varHandle(call, body);
        case "sun/misc/Unsafe", "jdk/internal/misc/Unsafe" -> unsafe(call, body);
        default -> updater(call, body);
      }
    }
  }

  private static void lookup(MethodInsnNode call, Body body) {
    switch (call.name) {
      case "findVarHandle", "findStaticVarHandle" -> made(call, "made", OF_FIELD, body, 0, 1);
      case "unreflectVarHandle" -> made(call, "made", OF_REFLECTED, body, 0);
      case "findGetter", "findStaticGetter" -> made(call, "madeGetter", OF_FIELD, body, 0, 1);
      case "findSetter", "findStaticSetter" -> made(call, "madeSetter", OF_FIELD, body, 0, 1);
      case "unreflectGetter" -> made(call, "madeGetter", OF_REFLECTED, body, 0);
      case "unreflectSetter" -> made(call, "madeSetter", OF_REFLECTED, body, 0);
      default -> {}
    }
  }

  private static void updater(MethodInsnNode call, Body body) {
    if (call.name.equals("newUpdater") && AtomicMethods.isHandle(call.owner)) {
      made(call, "made", OF_FIELD, body, 0, Type.getArgumentTypes(call.desc).length - 1);
    }
  }

  private static void varHandle(MethodInsnNode call, Body body) {
    switch (call.name) {
      case "withInvokeExactBehavior", "withInvokeBehavior" -> copied(call, body);
      case "fullFence" -> fence(call, "fullFence", body);
      case "acquireFence", "loadLoadFence" -> fence(call, "acquireFence", body);
      case "releaseFence", "storeStoreFence" -> fence(call, "releaseFence", body);
      default -> {}
    }
  }

  private static void unsafe(MethodInsnNode call, Body body) {
    switch (call.name) {
      case "fullFence" -> fence(call, "fullFence", body);
      case "loadFence" -> fence(call, "acquireFence", body);
      case "storeFence" -> fence(call, "releaseFence", body);
      default -> {}
    }
  }

  /** Afterwards the handle is on the stack, and what it was made from is set aside. */
  private static void made(
      MethodInsnNode call, String hook, String descriptor, Body body, int... arguments) {
    ArgumentStack stack = new ArgumentStack(body, call.desc);
    InsnList before = stack.setAside();
    before.add(stack.putBack());
    body.before(call, before);
    InsnList after = new InsnList();
    after.add(new InsnNode(Opcodes.DUP));
    for (int argument : arguments) {
      after.add(stack.push(argument));
    }
    after.add(Hooks.call(hook.equals("made") ? ATOMICS : REFLECTIONS, hook, descriptor));
    body.after(call, after);
  }

  private static void copied(MethodInsnNode call, Body body) {
    InsnList before = new InsnList();
    before.add(new InsnNode(Opcodes.DUP));
    body.before(call, before);
    InsnList after = new InsnList();
    after.add(new InsnNode(Opcodes.DUP_X1));
    after.add(new InsnNode(Opcodes.SWAP));
    after.add(Hooks.call(ATOMICS, "madeFrom", OF_OTHER));
    body.after(call, after);
  }

  private static void fence(MethodInsnNode call, String hook, Body body) {
    InsnList code = body.thread();
    code.add(Hooks.call(ATOMICS, hook, '(' + Hooks.THREAD_DESC + ")V"));
    body.before(call, code);
  }
}
