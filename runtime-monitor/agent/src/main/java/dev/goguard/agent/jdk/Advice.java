package dev.goguard.agent.jdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Puts the hooks of contracts into one method.
 *
 * <p>What is inserted has no branches: a hook that depends on a result is given the result and
 * decides itself. So the method's frames stay as they are, but for the local of {@code saved},
 * which is set by the first instructions and therefore in every frame, and for the handler of what
 * leaves the method by an exception, whose frame holds the parameters only.
 */
final class Advice {
  private final String owner;
  private final Map<String, String> fields;
  private final MethodNode method;
  private final int saved;
  private Object savedType; // as in frames; null when nothing is saved

  Advice(String owner, Map<String, String> fields, MethodNode method) {
    this.owner = owner;
    this.fields = fields;
    this.method = method;
    this.saved = method.maxLocals;
  }

  /** Applies one contract; the answer is whether the method has its place. */
  boolean apply(Contract contract) {
    if (!hasFields(contract)) {
      return false;
    }
    return switch (contract.place().kind()) {
      case ENTRY -> insertFirst(call(contract));
      case THROW -> catchAll(contract);
      case ALWAYS -> beforeReturns(contract) | catchAll(contract);
      case BEFORE, AFTER -> atCalls(contract);
      case READS -> atReads(contract);
      case FIRST -> atFirstRead(contract);
      case KEEP -> afterKeptCalls(contract);
      case MONITORS -> new MonitorAdvice(this, method, contract).apply();
      default -> beforeReturns(contract);
    };
  }

  /** javac leaves out a reference to the outer object that is not used. */
  private boolean hasFields(Contract contract) {
    return contract.arguments().stream()
        .allMatch(argument -> argument.kind() != Argument.Kind.FIELD || typeOf(argument) != null);
  }

  /** Completes the method after the last contract. */
  void finish() {
    if (savedType != null) {
      initializeSaved();
    }
  }

  private boolean insertFirst(InsnList code) {
    method.instructions.insert(code);
    return true;
  }

  boolean beforeReturns(Contract contract) {
    boolean found = false;
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
        InsnList code = new InsnList();
        if (!contract.place().condition().isEmpty()) {
          Type result = Type.getReturnType(method.desc);
          code.add(dup(result));
          if (contract.hook().descriptor().startsWith("(J") && result.getSize() == 1) {
            code.add(new InsnNode(Opcodes.I2L));
          }
        }
        code.add(call(contract));
        method.instructions.insertBefore(insn, code);
        found = true;
      }
    }
    return found;
  }

  private boolean atCalls(Contract contract) {
    boolean before = contract.place().kind() == Place.Kind.BEFORE;
    boolean found = false;
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn instanceof MethodInsnNode call
          && call.name.equals(contract.place().name())
          && (!before || !usesTop(contract) || hasObjectOnTop(call))) {
        if (before) {
          method.instructions.insertBefore(insn, call(contract));
        } else {
          method.instructions.insert(insn, call(contract));
        }
        found = true;
      }
    }
    return found;
  }

  private static boolean usesTop(Contract contract) {
    return contract.arguments().stream().anyMatch(argument -> argument.kind() == Argument.Kind.TOP);
  }

  /** An overload whose last argument is a number is not the one that is meant. */
  private static boolean hasObjectOnTop(MethodInsnNode call) {
    Type[] types = Type.getArgumentTypes(call.desc);
    return types.length == 0 || types[types.length - 1].getSort() >= Type.ARRAY;
  }

  private boolean atReads(Contract contract) {
    boolean found = false;
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (isRead(insn, contract)) {
        method.instructions.insertBefore(insn, new InsnNode(Opcodes.DUP));
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP_X1));
        code.add(call(contract));
        method.instructions.insert(insn, code);
        found = true;
      }
    }
    return found;
  }

  private boolean atFirstRead(Contract contract) {
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (isRead(insn, contract)) {
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ASTORE, saved));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(call(contract));
        method.instructions.insert(insn, code);
        savedType = "java/lang/Object";
        return true;
      }
    }
    return false;
  }

  private boolean afterKeptCalls(Contract contract) {
    boolean found = false;
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn instanceof MethodInsnNode call
          && call.name.equals(contract.place().name())) {
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ISTORE, saved));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(call(contract));
        method.instructions.insert(insn, code);
        savedType = Opcodes.INTEGER;
        found = true;
      }
    }
    return found;
  }

  private static boolean isRead(AbstractInsnNode insn, Contract contract) {
    return insn.getOpcode() == Opcodes.GETFIELD
        && ((FieldInsnNode) insn).name.equals(contract.place().name());
  }

  /** Runs the hook when an exception leaves the method, outside of every handler it has. */
  boolean catchAll(Contract contract) {
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    method.instructions.insert(start);
    method.instructions.add(end);
    method.instructions.add(
        new FrameNode(Opcodes.F_NEW, parameters().size(), parameters().toArray(), 1, new Object[] {
          "java/lang/Throwable"
        }));
    method.instructions.add(call(contract));
    method.instructions.add(new InsnNode(Opcodes.ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
    return true;
  }

  private List<Object> parameters() {
    List<Object> types = new ArrayList<>();
    if (!isStatic()) {
      types.add(owner);
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      types.add(frameType(type));
    }
    return types;
  }

  private static Object frameType(Type type) {
    return switch (type.getSort()) {
      case Type.OBJECT, Type.ARRAY -> type.getInternalName();
      case Type.LONG -> Opcodes.LONG;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.FLOAT -> Opcodes.FLOAT;
      default -> Opcodes.INTEGER;
    };
  }

  private boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  /** Calls the hook; what the place gives is on the stack already. */
  InsnList call(Contract contract) {
    InsnList code = new InsnList();
    Hook hook = contract.hook();
    boolean wide = hook.descriptor().startsWith("(J");
    for (Argument argument : contract.arguments()) {
      load(argument, wide, code);
    }
    code.add(new MethodInsnNode(
        Opcodes.INVOKESTATIC, hook.owner(), hook.name(), hook.descriptor(), false));
    return code;
  }

  private void load(Argument argument, boolean wide, InsnList code) {
    switch (argument.kind()) {
      case TOP -> code.add(new InsnNode(wide ? Opcodes.DUP2 : Opcodes.DUP));
      case SAVED ->
        code.add(
            new VarInsnNode(savedType == Opcodes.INTEGER ? Opcodes.ILOAD : Opcodes.ALOAD, saved));
      case PARAMETER -> code.add(loadParameter(argument.index()));
      case THIS -> code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      default -> {
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, owner, argument.field(), typeOf(argument)));
      }
    }
  }

  private String typeOf(Argument field) {
    return field.type() != null ? field.type() : fields.get(field.field());
  }

  private VarInsnNode loadParameter(int index) {
    Type[] types = Type.getArgumentTypes(method.desc);
    int slot = isStatic() ? 0 : 1;
    for (int i = 0; i < index - 1; i++) {
      slot += types[i].getSize();
    }
    return new VarInsnNode(types[index - 1].getOpcode(Opcodes.ILOAD), slot);
  }

  private static InsnNode dup(Type type) {
    return new InsnNode(type.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
  }

  private void initializeSaved() {
    InsnList code = new InsnList();
    boolean number = savedType == Opcodes.INTEGER;
    code.add(new InsnNode(number ? Opcodes.ICONST_0 : Opcodes.ACONST_NULL));
    code.add(new VarInsnNode(number ? Opcodes.ISTORE : Opcodes.ASTORE, saved));
    method.instructions.insert(code);
    method.maxLocals = saved + 1;
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn instanceof FrameNode frame) {
        frame.local = withSaved(frame.local);
      }
    }
  }

  private List<Object> withSaved(List<Object> locals) {
    List<Object> all = new ArrayList<>(locals);
    int slots = 0;
    for (Object local : locals) {
      slots += local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
    }
    for (; slots < saved; slots++) {
      all.add(Opcodes.TOP);
    }
    all.add(savedType);
    return all;
  }
}
