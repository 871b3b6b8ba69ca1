package dev.goguard.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.agent.scope.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class ClassInstrumenterTest {
  private static final String NAME = "sample/Generated";
  private final Outcomes outcomes = new Outcomes(Set.of());

  @Test
  void instrument_methodNear64KB_leavesItAsItWas() {
    ClassNode type = instrument(file(Opcodes.V17, code -> separate(code, 10_000)));

    assertThat(calls(type, "m")).isEmpty();
    assertThat(outcomes.summary().reduced())
        .isNotEmpty()
        .allSatisfy(reduced -> assertThat(reduced.name()).isEqualTo("sample.Generated.m()V"));
    assertThat(type.methods).extracting(method -> method.name).contains("gg$w$count");
  }

  @Test
  void instrument_methodBeyondHotSpotsLimit_isNamed() {
    instrument(file(Opcodes.V17, code -> separate(code, 1_000)));

    assertThat(outcomes.summary().slow()).containsExactly("sample.Generated.m");
  }

  @Test
  void instrument_repeatedAccesses_areCheckedOnce() {
    ClassNode type = instrument(file(Opcodes.V17, code -> fields(code, 3)));

    assertThat(calls(type, "m")).containsOnlyOnce("gg$w$count");
  }

  @Test
  void instrument_accessesAroundAMonitor_areCheckedTwice() {
    ClassNode type = instrument(file(Opcodes.V17, code -> separate(code, 1)));

    assertThat(calls(type, "m").stream().filter("gg$w$count"::equals)).hasSize(2);
  }

  @Test
  void instrument_readThenWrite_checksTheWriteOnly() {
    ClassNode type = instrument(file(Opcodes.V17, ClassInstrumenterTest::increment));

    assertThat(calls(type, "m")).contains("gg$w$count").doesNotContain("gg$r$count");
  }

  @Test
  void instrument_classFileOfJava1_becomesOneOfJava5() {
    ClassNode type = instrument(file(Opcodes.V1_2, code -> fields(code, 1)));

    assertThat(type.version).isEqualTo(Opcodes.V1_5);
  }

  @Test
  void reader_versionOfTheFuture_isNone() {
    byte[] file = file(Opcodes.V17, code -> fields(code, 1));
    file[7] = 127;

    assertThat(ClassFiles.reader(file)).isEmpty();
    assertThat(ClassFiles.version(file)).isEqualTo(127);
  }

  @Test
  void summary_refusedClass_isNamedWithItsReason() {
    outcomes.refused("a/B", "it is too new");

    assertThat(outcomes.summary().refused())
        .containsExactly(new TransformSummary.Exclusion("a.B", "it is too new"));
  }

  private interface Code {
    void write(MethodVisitor code);
  }

  private static void fields(MethodVisitor code, int count) {
    for (int i = 0; i < count; i++) {
      set(code);
    }
  }

  private static void separate(MethodVisitor code, int count) {
    set(code);
    for (int i = 0; i < count; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitInsn(Opcodes.MONITORENTER);
      set(code);
    }
  }

  private static void set(MethodVisitor code) {
    code.visitInsn(Opcodes.ICONST_1);
    code.visitFieldInsn(Opcodes.PUTSTATIC, NAME, "count", "I");
  }

  private static void increment(MethodVisitor code) {
    code.visitFieldInsn(Opcodes.GETSTATIC, NAME, "count", "I");
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IADD);
    code.visitFieldInsn(Opcodes.PUTSTATIC, NAME, "count", "I");
  }

  private static byte[] file(int version, Code body) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(version, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    writer.visitField(Opcodes.ACC_STATIC, "count", "I", null, null);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "m", "()V", null, null);
    code.visitCode();
    body.write(code);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    return writer.toByteArray();
  }

  private ClassNode instrument(byte[] file) {
    ClassReader reader = ClassFiles.reader(file).orElseThrow();
    ClassShape shape = ClassShape.read(reader, true);
    ClassShapes shapes =
        new ClassShapes(new Scope(), Set.of(), ClassInstrumenterTest.class.getClassLoader());
    shapes.add(shape);
    ClassNode type = new ClassNode();
    byte[] result =
        new ClassInstrumenter(reader, shape, shapes, none -> List.of(), outcomes).instrument();
    new ClassReader(result).accept(type, 0);
    return type;
  }

  private static List<String> calls(ClassNode type, String name) {
    MethodNode method =
        type.methods.stream().filter(m -> m.name.equals(name)).findFirst().orElseThrow();
    return Arrays.stream(method.instructions.toArray())
        .filter(MethodInsnNode.class::isInstance)
        .map(insn -> ((MethodInsnNode) insn).name)
        .toList();
  }
}
