package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Hooks;
import dev.goguard.race.bootstrap.Atomics;
import dev.goguard.race.bootstrap.OrderedFunctions;
import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.shadow.AccessMode;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A static method of the instrumented class that makes one atomic operation between its hooks.
 *
 * <p>It takes the receiver, the arguments, and thread, context and site. A method of its own keeps
 * the caller's code small, and can hold a lock around the operation with an exception handler
 * without touching the caller's frames. It must be in the caller's class because the types of a
 * signature-polymorphic call may be visible to that class only.
 */
final class AtomicBridge {
  private static final String ATOMICS = Type.getInternalName(Atomics.class);
  private static final String FUNCTIONS = Type.getInternalName(OrderedFunctions.class);
  private static final String CLOCK = Type.getInternalName(SyncClock.class);
  private static final String CLOCK_DESC = Type.getDescriptor(SyncClock.class);
  private static final String THREAD_DESC = Hooks.THREAD_DESC;

  private final MethodInsnNode call;
  private final int mode;
  private final boolean memory;
  private final boolean handle;
  private final boolean array;
  private final Type[] arguments;
  private final Type result;
  private final MethodNode code;
  private final int thread;
  private final int clock;

  AtomicBridge(String name, MethodInsnNode call, String receiver) {
    this.call = call;
    this.mode = AtomicMethods.mode(receiver, call.name);
    this.memory = UnsafeMethods.contains(receiver);
    this.handle = AtomicMethods.isHandle(receiver);
    this.array = AtomicMethods.isArray(receiver);
    this.arguments = Type.getArgumentTypes(call.desc);
    this.result = Type.getReturnType(call.desc);
    this.code = new MethodNode(
        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
        name,
        descriptor(call),
        null,
        null);
    this.thread = (Type.getArgumentsAndReturnSizes(call.desc) >> 2);
    this.clock = thread + 4;
  }

  static String descriptor(MethodInsnNode call) {
    String arguments = call.desc.substring(1, call.desc.indexOf(')'));
    String end = call.desc.substring(call.desc.indexOf(')'));
    return "(L" + call.owner + ';' + arguments + THREAD_DESC + "JI" + end;
  }

  MethodNode write(boolean withFrames) {
    code.visitCode();
    if ((mode & AtomicMethods.FUNCTION) != 0) {
      writeFunction();
    } else if ((mode & AccessMode.WRITE) != 0) {
      writeWrite(withFrames);
    } else {
      writeRead();
    }
    code.visitMaxs(0, 0);
    code.visitEnd();
    return code;
  }

  private void writeRead() {
    before("");
    code.visitVarInsn(Opcodes.ALOAD, clock);
    hook("stamp", '(' + CLOCK_DESC + ")I");
    code.visitVarInsn(Opcodes.ISTORE, clock + 1);
    operation();
    code.visitVarInsn(Opcodes.ALOAD, clock);
    code.visitVarInsn(Opcodes.ILOAD, clock + 1);
    code.visitVarInsn(Opcodes.ALOAD, thread);
    hook("read", '(' + CLOCK_DESC + 'I' + THREAD_DESC + ")V");
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
  }

  private void writeWrite(boolean withFrames) {
    Label from = new Label();
    Label to = new Label();
    Label thrown = new Label();
    code.visitTryCatchBlock(from, to, thrown, null);
    before("");
    code.visitLabel(from);
    operation();
    code.visitLabel(to);
    if ((mode & AccessMode.CONDITIONAL) != 0) {
      after();
    } else if ((handle || memory) && (mode & AccessMode.ACQUIRE) != 0) {
      leaveAcquiring();
    } else {
      leave();
    }
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    code.visitLabel(thrown);
    if (withFrames) {
      Object[] locals = locals();
      code.visitFrame(
          Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    }
    leave();
    code.visitInsn(Opcodes.ATHROW);
  }

  private void leave() {
    code.visitVarInsn(Opcodes.ALOAD, clock);
    hook("leave", '(' + CLOCK_DESC + ")V");
  }

  private void leaveAcquiring() {
    code.visitVarInsn(Opcodes.ALOAD, clock);
    code.visitVarInsn(Opcodes.ALOAD, thread);
    hook("leave", '(' + CLOCK_DESC + THREAD_DESC + ")V");
  }

  private void writeFunction() {
    before("Function");
    operation();
    code.visitVarInsn(Opcodes.ALOAD, clock);
    code.visitVarInsn(Opcodes.ALOAD, thread);
    hook("afterFunction", '(' + CLOCK_DESC + THREAD_DESC + ")V");
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
  }

  /** Calls the first hook and keeps its clock. */
  private void before(String kind) {
    pushVariable();
    pushWhere();
    hook("before" + target() + kind, '(' + variable() + 'I' + THREAD_DESC + "JI)" + CLOCK_DESC);
    code.visitVarInsn(Opcodes.ASTORE, clock);
  }

  private void after() {
    int kept = clock + 1;
    boolean none = result.getSort() == Type.VOID;
    if (!none) {
      code.visitVarInsn(result.getOpcode(Opcodes.ISTORE), kept);
    }
    code.visitVarInsn(Opcodes.ALOAD, clock);
    pushSuccess(kept);
    pushVariable();
    pushWhere();
    hook("after" + target(), '(' + CLOCK_DESC + 'Z' + variable() + 'I' + THREAD_DESC + "JI)V");
    if (!none) {
      code.visitVarInsn(result.getOpcode(Opcodes.ILOAD), kept);
    }
  }

  /** A compare-and-exchange answers what it found; where that is not used we take it as done. */
  private void pushSuccess(int kept) {
    Type expected = arguments.length < 2 ? null : arguments[arguments.length - 2];
    if (!call.name.startsWith("compareAndExchange")) {
      if (result.getSort() == Type.BOOLEAN) {
        code.visitVarInsn(Opcodes.ILOAD, kept);
      } else {
        code.visitInsn(Opcodes.ICONST_1);
      }
    } else if (expected == null || !common(result).equals(common(expected))) {
      code.visitInsn(Opcodes.ICONST_1);
    } else {
      code.visitVarInsn(result.getOpcode(Opcodes.ILOAD), kept);
      code.visitVarInsn(expected.getOpcode(Opcodes.ILOAD), local(arguments.length - 2));
      hook("same", '(' + common(result) + common(result) + ")Z");
    }
  }

  /** The type by which two values are compared. */
  private static String common(Type type) {
    return switch (type.getSort()) {
      case Type.OBJECT, Type.ARRAY -> Hooks.OBJECT;
      case Type.LONG, Type.FLOAT, Type.DOUBLE, Type.VOID -> type.getDescriptor();
      default -> "I";
    };
  }

  private int local(int argument) {
    int local = 1;
    for (int i = 0; i < argument; i++) {
      local += arguments[i].getSize();
    }
    return local;
  }

  private void operation() {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    for (int i = 0; i < arguments.length; i++) {
      code.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), local(i));
      if (arguments[i].getDescriptor().startsWith("Ljava/util/function/")) {
        code.visitVarInsn(Opcodes.ALOAD, clock);
        code.visitVarInsn(Opcodes.ALOAD, thread);
        String function = arguments[i].getDescriptor();
        String simple = function.substring(function.lastIndexOf('/') + 1, function.length() - 1);
        String descriptor = '(' + function + CLOCK_DESC + THREAD_DESC + ')' + function;
        code.visitMethodInsn(Opcodes.INVOKESTATIC, FUNCTIONS, "of" + simple, descriptor, false);
      }
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, call.owner, call.name, call.desc, false);
  }

  /** What the operation is made on: the receiver and an index, or a handle and its arguments. */
  private void pushVariable() {
    if (memory) {
      code.visitVarInsn(Opcodes.ALOAD, local(0));
      code.visitVarInsn(Opcodes.LLOAD, local(1));
      return;
    }
    code.visitVarInsn(Opcodes.ALOAD, 0);
    int index = handle ? 1 : 0;
    if (handle && arguments.length > 0 && common(arguments[0]).equals(Hooks.OBJECT)) {
      code.visitVarInsn(Opcodes.ALOAD, 1);
    } else if (handle) {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    boolean indexed = (handle || array) && arguments.length > index;
    if (indexed && common(arguments[index]).equals("I")) {
      code.visitVarInsn(Opcodes.ILOAD, local(index));
    } else {
      code.visitInsn(Opcodes.ICONST_M1);
    }
  }

  private void pushWhere() {
    code.visitLdcInsn(mode & ~AtomicMethods.FUNCTION);
    code.visitVarInsn(Opcodes.ALOAD, thread);
    code.visitVarInsn(Opcodes.LLOAD, thread + 1);
    code.visitVarInsn(Opcodes.ILOAD, thread + 3);
  }

  private void hook(String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, ATOMICS, name, descriptor, false);
  }

  /** The locals at the exception handler. */
  private Object[] locals() {
    List<Object> locals = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(code.desc)) {
      locals.add(frameType(type));
    }
    locals.add(CLOCK);
    return locals.toArray();
  }

  private static Object frameType(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LONG;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.OBJECT, Type.ARRAY -> type.getInternalName();
      default -> Opcodes.INTEGER;
    };
  }

  /** What hooks are called after. */
  private String target() {
    if (memory) {
      return "Memory";
    }
    return handle ? "Handle" : "";
  }

  private String variable() {
    if (memory) {
      return "Ljava/lang/Object;J";
    }
    return handle ? "Ljava/lang/Object;Ljava/lang/Object;I" : "Ljava/lang/Object;I";
  }
}
