package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Body;
import dev.goguard.agent.transform.ClassShapes;
import dev.goguard.agent.transform.Hooks;
import dev.goguard.agent.transform.Rewriter;
import dev.goguard.race.bootstrap.ArrayCalls;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls of the JDK that read or write many elements of an array: a hook before the call. */
final class ArrayCallRewriter implements Rewriter {
  private static final String CALLS = Type.getInternalName(ArrayCalls.class);

  /**
   * Lines of: class, method, and for each argument r or w for an array that is read or written,
   * which may be followed by f and t for the indices that bound this, or by p for where it begins
   * and once, at the end, n for how many elements it is, or f and t earlier. The others are marked
   * with a dash.
   */
  private static final String TABLE = """
      java/lang/System arraycopy rpwpn
      java/util/Arrays fill w-
      java/util/Arrays fill wft-
      java/util/Arrays setAll w-
      java/util/Arrays parallelSetAll w-
      java/util/Arrays parallelPrefix w-
      java/util/Arrays parallelPrefix wft-
      java/util/Arrays sort w
      java/util/Arrays sort w-
      java/util/Arrays sort wft
      java/util/Arrays sort wft-
      java/util/Arrays parallelSort w
      java/util/Arrays parallelSort w-
      java/util/Arrays parallelSort wft
      java/util/Arrays parallelSort wft-
      java/util/Arrays copyOf r-
      java/util/Arrays copyOfRange rft
      java/util/Arrays equals rr
      java/util/Arrays equals rr-
      java/util/Arrays compare rr
      java/util/Arrays compare rr-
      java/util/Arrays mismatch rr
      java/util/Arrays deepEquals rr
      java/util/Arrays hashCode r
      java/util/Arrays deepHashCode r
      java/util/Arrays toString r
      java/util/Arrays deepToString r
      java/util/Arrays stream r
      java/util/Arrays stream rft
      java/util/Arrays binarySearch r-
      java/util/Arrays binarySearch r--
      java/util/Arrays binarySearch rft-
      java/lang/String valueOf r
      java/lang/String copyValueOf r
      java/lang/String valueOf rpn
      java/lang/String <init> r
      java/lang/String <init> r-
      java/lang/String <init> rpn
      java/lang/String <init> rpn-
      java/lang/String getBytes ftwp
      java/lang/String getChars ftwp
      java/io write r
      java/io write rpn
      java/io print r
      java/io println r
      java/io readFully w
      java/io readFully wpn
      """;

  private static final Set<String> COPIES = Set.of("arraycopy", "getBytes", "getChars");
  private static final Set<String> FILLS = Set.of("read", "readNBytes");
  private static final String FILL = "([BII)I";
  private static final Map<String, String> CALLED = new HashMap<>();

  static {
    for (String line : TABLE.split("\n")) {
      String[] words = line.split(" ");
      CALLED.put(words[0] + '.' + words[1] + words[2].length(), words[2]);
    }
  }

  private final ClassShapes shapes;

  ArrayCallRewriter(ClassShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn instanceof MethodInsnNode call
        && shapes.checks(body.type.name)
        && body.isCheckedHere(insn)) {
      if (call.owner.startsWith("[") && call.name.equals("clone")) {
        cloned(call, body);
      } else if (isFill(call)) {
        filled(call, body);
      } else if (isWatched(call)) {
        body.before(call, hooks(call, marks(call), body));
      }
    }
  }

  /** Whether a call has a hook. */
  boolean isWatched(MethodInsnNode call) {
    String marks = marks(call);
    Type[] types = Type.getArgumentTypes(call.desc);
    return isFill(call)
        || marks != null && (types[0].getSort() == Type.ARRAY || COPIES.contains(call.name));
  }

  /** A read into a buffer: the result says how much of it was written. */
  private static boolean isFill(MethodInsnNode call) {
    return call.owner.startsWith("java/io/")
        && FILLS.contains(call.name)
        && (FILL.equals(call.desc.replace('C', 'B'))
            || "([B)I".equals(call.desc.replace('C', 'B')));
  }

  private static void filled(MethodInsnNode call, Body body) {
    ArgumentStack stack = new ArgumentStack(body, call.desc);
    InsnList before = stack.setAside();
    before.add(stack.putBack());
    body.before(call, before);
    InsnList after = new InsnList();
    after.add(new InsnNode(Opcodes.DUP));
    after.add(stack.push(0));
    if (stack.types().length > 1) {
      after.add(stack.push(1));
    } else {
      after.add(new InsnNode(Opcodes.ICONST_0));
    }
    after.add(body.where());
    after.add(Hooks.call(CALLS, "filled", "(I" + Hooks.OBJECT + 'I' + Hooks.WHERE));
    body.after(call, after);
  }

  private static String marks(MethodInsnNode call) {
    boolean stream = call.owner.startsWith("java/io/") || call.owner.equals("java/lang/String");
    boolean plain =
        stream || call.getOpcode() == Opcodes.INVOKESTATIC || call.name.equals("<init>");
    int arguments = Type.getArgumentTypes(call.desc).length;
    String owner = call.owner.startsWith("java/io/") ? "java/io" : call.owner;
    return plain ? CALLED.get(owner + '.' + call.name + arguments) : null;
  }

  private static void cloned(MethodInsnNode call, Body body) {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.DUP));
    code.add(all());
    code.add(hook('r', body));
    body.before(call, code);
  }

  private static InsnList hooks(MethodInsnNode call, String marks, Body body) {
    ArgumentStack stack = new ArgumentStack(body, call.desc);
    InsnList code = stack.setAside();
    for (int i = 0; i < marks.length(); i++) {
      if (marks.charAt(i) == 'r' || marks.charAt(i) == 'w') {
        code.add(stack.push(i));
        code.add(bounds(marks, i + 1, stack));
        code.add(hook(marks.charAt(i), body));
      }
    }
    code.add(stack.putBack());
    return code;
  }

  private static InsnList bounds(String marks, int next, ArgumentStack stack) {
    char mark = next < marks.length() ? marks.charAt(next) : '-';
    if (mark != 'f' && mark != 'p') {
      return all();
    }
    InsnList code = stack.push(next);
    if (mark == 'f') {
      code.add(stack.push(next + 1));
    } else {
      code.add(stack.push(next));
      code.add(length(marks, stack));
      code.add(new InsnNode(Opcodes.IADD));
    }
    return code;
  }

  private static InsnList length(String marks, ArgumentStack stack) {
    if (marks.indexOf('n') >= 0) {
      return stack.push(marks.indexOf('n'));
    }
    InsnList code = stack.push(marks.indexOf('t'));
    code.add(stack.push(marks.indexOf('f')));
    code.add(new InsnNode(Opcodes.ISUB));
    return code;
  }

  private static InsnList all() {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.ICONST_0));
    code.add(new LdcInsnNode(Integer.MAX_VALUE));
    return code;
  }

  private static InsnList hook(char mark, Body body) {
    InsnList code = body.where();
    String hook = mark == 'r' ? "read" : "write";
    code.add(Hooks.call(CALLS, hook, '(' + Hooks.OBJECT + "II" + Hooks.WHERE));
    return code;
  }
}
