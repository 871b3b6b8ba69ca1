package dev.goguard.agent.jdk;

import dev.goguard.race.bootstrap.Handovers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes a class of GoGuard's runtime a black box: the edges that the JDK makes below it are not
 * followed, since the runtime tells its own and others would hide races between goroutines.
 *
 * <p>A call of a method of the JDK that has hooks is led over a method that hides what happens in
 * it, also when it throws. Not so interrupts, which programs order by, and interfaces, behind which
 * may be an object of the program's. What the program gave the runtime to run is called by the
 * runtime itself, hence followed.
 */
final class RuntimeCalls extends ClassVisitor {
  static final String PACKAGE = "dev/goguard/runtime/";

  private static final String HANDOVERS = Type.getInternalName(Handovers.class);
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final Set<String> OF_THREADS =
      Set.of("start()V", "join()V", "join(J)V", "isAlive()Z", "getState()Ljava/lang/Thread$State;");

  /** A method of the JDK, as called. */
  private record Call(String owner, String name, String descriptor) {}

  private final Predicate<String> hooked;
  private final Map<Call, String> bridges = new LinkedHashMap<>();
  private String type;
  private boolean isThread;

  private RuntimeCalls(Predicate<String> hooked, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.hooked = hooked;
  }

  /** The class file with its calls of hooked classes hidden, or null when it has none. */
  static byte[] hideIn(byte[] file, Predicate<String> hooked) {
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    RuntimeCalls calls = new RuntimeCalls(hooked, writer);
    reader.accept(calls, 0);
    return calls.bridges.isEmpty() ? null : writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    type = name;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String form, boolean isInterface) {
        if (opcode == Opcodes.INVOKEVIRTUAL && isHidden(owner, called + form)) {
          Call call = new Call(owner, called, form);
          String bridge = bridges.computeIfAbsent(call, key -> "gg$hidden$" + bridges.size());
          super.visitMethodInsn(Opcodes.INVOKESTATIC, type, bridge, form(call), false);
        } else {
          super.visitMethodInsn(opcode, owner, called, form, isInterface);
        }
      }
    };
  }

  private boolean isHidden(String owner, String method) {
    return owner.startsWith(CONCURRENT) && hooked.test(owner)
        || owner.equals("java/lang/Thread") && OF_THREADS.contains(method);
  }

  private static String form(Call call) {
    return "(L" + call.owner + ';' + call.descriptor.substring(1);
  }

  @Override
  public void visitEnd() {
    bridges.forEach(this::writeBridge);
    super.visitEnd();
  }

  private void writeBridge(Call call, String name) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor code = super.visitMethod(access, name, form(call), null, null);
    Label start = new Label();
    Label end = new Label();
    code.visitCode();
    code.visitTryCatchBlock(start, end, end, null);
    toggle(code, "hide");
    code.visitLabel(start);
    call(code, call);
    toggle(code, "show");
    code.visitInsn(Type.getReturnType(call.descriptor).getOpcode(Opcodes.IRETURN));
    code.visitLabel(end);
    code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Throwable"});
    toggle(code, "show");
    code.visitInsn(Opcodes.ATHROW);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void call(MethodVisitor code, Call call) {
    int slot = 0;
    for (Type argument : Type.getArgumentTypes(form(call))) {
      code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
      slot += argument.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, call.owner, call.name, call.descriptor, false);
  }

  private static void toggle(MethodVisitor code, String name) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, HANDOVERS, name, "()V", false);
  }
}
