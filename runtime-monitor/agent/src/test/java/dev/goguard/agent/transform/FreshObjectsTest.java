package dev.goguard.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.agent.scope.Scope;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class FreshObjectsTest {
  private static final String NAME = "sample/FreshCases";
  private final ClassNode type = instrument();

  @Test
  void constructor_ownStores_setTheirCells() {
    assertThat(checks("<init>", "(II)V")).isEmpty();
    assertThat(cells("<init>", "(II)V")).containsExactly("gg$w$x", "gg$w$y");
  }

  @Test
  void constructor_afterThisWasStored_checksItsStores() {
    assertThat(cells("<init>", "(I)V")).containsExactly("gg$w$x");
    assertThat(checks("<init>", "(I)V")).contains("gg$w$y");
  }

  @Test
  void method_ownObject_setsCellsAcrossBranches() {
    assertThat(cells("made", "()L" + NAME + ';')).containsExactly("gg$w$x", "gg$w$next");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stored",
        "givenAwayByItsConstructor",
        "ofThePassBefore",
        "perhapsAnother",
        "loadedBefore",
        "copied"
      })
  void method_objectThatOthersMayHave_isChecked(String name) {
    String descriptor = method(name, null).desc;

    assertThat(cells(name, descriptor)).isEmpty();
    assertThat(checks(name, descriptor)).anyMatch(check -> check.startsWith("gg$w$"));
  }

  private List<String> checks(String name, String descriptor) {
    return Arrays.stream(method(name, descriptor).instructions.toArray())
        .filter(MethodInsnNode.class::isInstance)
        .map(insn -> ((MethodInsnNode) insn).name)
        .filter(called -> called.startsWith("gg$"))
        .toList();
  }

  /** The cells that the method sets itself. */
  private List<String> cells(String name, String descriptor) {
    return Arrays.stream(method(name, descriptor).instructions.toArray())
        .filter(FieldInsnNode.class::isInstance)
        .map(insn -> ((FieldInsnNode) insn).name)
        .filter(field -> field.startsWith("gg$"))
        .toList();
  }

  private MethodNode method(String name, String descriptor) {
    return type.methods.stream()
        .filter(method -> method.name.equals(name))
        .filter(method -> descriptor == null || method.desc.equals(descriptor))
        .findFirst()
        .orElseThrow();
  }

  private static ClassNode instrument() {
    try {
      ClassReader reader = new ClassReader(NAME.replace('/', '.'));
      ClassShape shape = ClassShape.read(reader, true);
      ClassShapes shapes =
          new ClassShapes(new Scope(), Set.of(), FreshObjectsTest.class.getClassLoader());
      shapes.add(shape);
      Outcomes outcomes = new Outcomes(Set.of());
      ClassNode type = new ClassNode();
      byte[] result =
          new ClassInstrumenter(reader, shape, shapes, none -> List.of(), outcomes).instrument();
      new ClassReader(result).accept(type, 0);
      return type;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
