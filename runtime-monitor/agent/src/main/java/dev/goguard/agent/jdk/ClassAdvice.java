package dev.goguard.agent.jdk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Applies contracts to the methods of one class; methods without contracts are copied as is. */
final class ClassAdvice extends ClassVisitor {
  private final String type;
  private final List<Contract> contracts;
  private final Map<String, String> fields = new HashMap<>();
  private final Set<Contract> applied = new HashSet<>();

  private ClassAdvice(String type, List<Contract> contracts, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.type = type;
    this.contracts = contracts;
  }

  /** The class file with hooks; what was applied is added to {@code applied}. */
  static byte[] apply(byte[] file, List<Contract> contracts, Set<Contract> applied) {
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    ClassAdvice advice = new ClassAdvice(reader.getClassName(), contracts, writer);
    reader.accept(advice, ClassReader.EXPAND_FRAMES);
    applied.addAll(advice.applied);
    return writer.toByteArray();
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    fields.put(name, descriptor);
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    int bodiless = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
    List<Contract> fitting = contracts.stream()
        .filter(contract -> contract.method().matches(name, descriptor))
        .toList();
    if (fitting.isEmpty() || (access & bodiless) != 0 || name.startsWith("<")) {
      return next;
    }
    return new AdvisedMethod(access, name, descriptor, signature, thrown, fitting, next);
  }

  private final class AdvisedMethod extends MethodNode {
    private final List<Contract> fitting;
    private final MethodVisitor next;

    AdvisedMethod(
        int access,
        String name,
        String descriptor,
        String signature,
        String[] thrown,
        List<Contract> fitting,
        MethodVisitor next) {
      super(Opcodes.ASM9, access, name, descriptor, signature, thrown);
      this.fitting = fitting;
      this.next = next;
    }

    @Override
    public void visitEnd() {
      Advice advice = new Advice(type, fields, this);
      for (Contract contract : fitting) {
        if (advice.apply(contract)) {
          applied.add(contract);
        }
      }
      advice.finish();
      accept(next);
    }
  }
}
