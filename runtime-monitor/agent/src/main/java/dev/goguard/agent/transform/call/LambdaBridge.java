package dev.goguard.agent.transform.call;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The method that a method reference becomes: it calls what the reference means. */
final class LambdaBridge {
  private final String name;
  private final Handle method;
  private final Type[] needed;
  private final Type[] parameters;
  private final Type result;

  /** {@code factory} describes the values that the reference captures. */
  LambdaBridge(String name, String factory, Handle method) {
    this.name = name;
    this.method = method;
    this.needed = parameters(method);
    this.parameters = needed.clone();
    // What is captured must be declared as it is; it may be of a subtype of what is needed.
    Type[] captured = Type.getArgumentTypes(factory);
    System.arraycopy(captured, 0, parameters, 0, captured.length);
    this.result = isNew(method)
        ? Type.getObjectType(method.getOwner())
        : Type.getReturnType(method.getDesc());
  }

  /** The instruction that calls the method of a handle, or 0 when it must stay as it is. */
  static int opcode(Handle method) {
    return switch (method.getTag()) {
      case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> 0;
    };
  }

  /** The call that the bridge will make. */
  static MethodInsnNode call(Handle method) {
    return new MethodInsnNode(
        opcode(method),
        method.getOwner(),
        method.getName(),
        method.getDesc(),
        method.isInterface());
  }

  private static boolean isNew(Handle method) {
    return method.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }

  private static Type[] parameters(Handle method) {
    List<Type> parameters = new ArrayList<>();
    if (!isNew(method) && method.getTag() != Opcodes.H_INVOKESTATIC) {
      parameters.add(Type.getObjectType(method.getOwner()));
    }
    parameters.addAll(List.of(Type.getArgumentTypes(method.getDesc())));
    return parameters.toArray(new Type[0]);
  }

  String descriptor() {
    return Type.getMethodDescriptor(result, parameters);
  }

  MethodNode write(int line) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodNode code = new MethodNode(access, name, descriptor(), null, null);
    code.visitCode();
    Label start = new Label();
    code.visitLabel(start);
    code.visitLineNumber(line, start);
    if (isNew(method)) {
      code.visitTypeInsn(Opcodes.NEW, method.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    pushParameters(code);
    call(method).accept(code);
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    int size = Type.getArgumentsAndReturnSizes(descriptor()) >> 2;
    code.visitMaxs(size + 2, size - 1);
    code.visitEnd();
    return code;
  }

  private void pushParameters(MethodNode code) {
    int local = 0;
    for (int i = 0; i < parameters.length; i++) {
      code.visitVarInsn(parameters[i].getOpcode(Opcodes.ILOAD), local);
      if (!parameters[i].equals(needed[i])) {
        code.visitTypeInsn(Opcodes.CHECKCAST, needed[i].getInternalName());
      }
      local += parameters[i].getSize();
    }
  }
}
