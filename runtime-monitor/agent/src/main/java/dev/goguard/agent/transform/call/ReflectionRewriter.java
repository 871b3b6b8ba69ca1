package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Body;
import dev.goguard.agent.transform.ClassShapes;
import dev.goguard.agent.transform.Hooks;
import dev.goguard.agent.transform.Rewriter;
import dev.goguard.race.bootstrap.References;
import dev.goguard.race.bootstrap.Reflections;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Reflective accesses of fields and elements, invocations of method handles, which may be such, and
 * fences of reachability: hooks around the call.
 */
final class ReflectionRewriter implements Rewriter {
  private static final String REFLECTIONS = Type.getInternalName(Reflections.class);
  private static final String REFERENCES = Type.getInternalName(References.class);
  private static final String FIELD = "java/lang/reflect/Field";
  private static final String ARRAY = "java/lang/reflect/Array";
  private static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";
  private static final String REFERENCE = "java/lang/ref/Reference";
  private static final Set<String> INVOCATIONS = Set.of("invoke", "invokeExact");
  private static final Pattern ACCESS =
      Pattern.compile("(get|set)(|Boolean|Byte|Char|Short|Int|Long|Float|Double)");

  private static final String VARIABLE = Hooks.OBJECT + Hooks.OBJECT;

  private final ClassShapes shapes;

  ReflectionRewriter(ClassShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof MethodInsnNode call && isWatched(call)) {
      switch (call.owner) {
        case FIELD -> field(call, body);
        case METHOD_HANDLE -> invocation(call, body);
        case ARRAY -> element(call, body);
        default -> body.before(call, fence());
      }
    }
  }

  /** Whether a call has a hook. */
  boolean isWatched(MethodInsnNode call) {
    return switch (call.owner) {
      case FIELD, ARRAY -> ACCESS.matcher(call.name).matches();
      case METHOD_HANDLE -> INVOCATIONS.contains(call.name);
      case REFERENCE -> call.name.equals("reachabilityFence");
      default -> false;
    };
  }

  private void field(MethodInsnNode call, Body body) {
    ArgumentStack stack = new ArgumentStack(body, withReceiver(call));
    InsnList before = stack.setAside();
    if (call.name.startsWith("set")) {
      before.add(before("setting", stack, body));
    }
    before.add(stack.putBack());
    body.before(call, before);
    body.after(call, after(call.name.startsWith("set") ? "set" : "got", stack, body));
  }

  private void invocation(MethodInsnNode call, Body body) {
    ArgumentStack stack = new ArgumentStack(body, withReceiver(call));
    InsnList before = stack.setAside();
    before.add(before("invoking", stack, body));
    before.add(stack.putBack());
    body.before(call, before);
    body.after(call, after("invoked", stack, body));
  }

  private static String withReceiver(MethodInsnNode call) {
    return "(L" + call.owner + ';' + call.desc.substring(1);
  }

  /** Only volatile fields are ordered by an access, wherever the call is made. */
  private static InsnList before(String hook, ArgumentStack stack, Body body) {
    InsnList code = variable(stack);
    code.add(body.thread());
    code.add(Hooks.call(REFLECTIONS, hook, '(' + VARIABLE + Hooks.THREAD_DESC + ")V"));
    return code;
  }

  private InsnList after(String hook, ArgumentStack stack, Body body) {
    InsnList code = variable(stack);
    code.add(body.where());
    code.add(new InsnNode(shapes.checks(body.type.name) ? Opcodes.ICONST_1 : Opcodes.ICONST_0));
    String where = Hooks.WHERE.replace(")V", "Z)V");
    code.add(Hooks.call(REFLECTIONS, hook, '(' + VARIABLE + where));
    return code;
  }

  /** The field or handle, and the object when there is one. */
  private static InsnList variable(ArgumentStack stack) {
    InsnList code = stack.push(0);
    boolean object = stack.types().length > 1 && stack.types()[1].getSort() >= Type.ARRAY;
    code.add(object ? stack.push(1) : none());
    return code;
  }

  private static InsnList none() {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    return code;
  }

  private void element(MethodInsnNode call, Body body) {
    if (shapes.checks(body.type.name)) {
      ArgumentStack stack = new ArgumentStack(body, call.desc);
      InsnList before = stack.setAside();
      before.add(stack.putBack());
      body.before(call, before);
      InsnList after = stack.push(0);
      after.add(stack.push(1));
      after.add(body.where());
      String hook = call.name.startsWith("set") ? "setElement" : "gotElement";
      after.add(Hooks.call(REFLECTIONS, hook, '(' + Hooks.OBJECT + 'I' + Hooks.WHERE));
      body.after(call, after);
    }
  }

  private static InsnList fence() {
    InsnList code = new InsnList();
    code.add(Hooks.call(REFERENCES, "fencing", "()V"));
    return code;
  }
}
