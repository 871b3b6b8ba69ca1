package dev.goguard.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.agent.scope.Scope;
import dev.goguard.agent.transform.call.CallSites;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import sample.AtomicCases;
import sample.Edges;
import sample.HotSwap;
import sample.Shapes;

/** What debuggers read of a class: source file, lines, and variables with their slots. */
class DebuggerTablesTest {
  @ParameterizedTest
  @ValueSource(classes = {Edges.class, Shapes.class, AtomicCases.class, HotSwap.class})
  void instrument_debuggersTables_stayWhole(Class<?> type) throws Exception {
    byte[] file = file(type);
    ClassNode before = node(file);
    ClassNode after = node(instrument(type, file));

    assertThat(after.sourceFile).isEqualTo(before.sourceFile).isNotNull();
    for (MethodNode method : before.methods) {
      MethodNode instrumented = find(after, method);
      assertThat(lines(instrumented)).as(method.name).containsSequence(lines(method));
      assertThat(variables(instrumented)).as(method.name).containsAll(variables(method));
    }
    assertThat(before.methods)
        .anySatisfy(method -> assertThat(variables(method)).isNotEmpty());
  }

  private static byte[] instrument(Class<?> type, byte[] file) {
    ClassReader reader = new ClassReader(file);
    ClassShape shape = ClassShape.read(reader, true);
    ClassShapes shapes = new ClassShapes(new Scope(), Set.of(), type.getClassLoader());
    shapes.add(shape);
    return new ClassInstrumenter(
            reader, shape, shapes, CallSites::rewriters, new Outcomes(Set.of()))
        .instrument();
  }

  private static byte[] file(Class<?> type) throws IOException {
    try (InputStream file =
        type.getResourceAsStream('/' + type.getName().replace('.', '/') + ".class")) {
      return file.readAllBytes();
    }
  }

  private static ClassNode node(byte[] file) {
    ClassNode node = new ClassNode();
    new ClassReader(file).accept(node, 0);
    return node;
  }

  private static MethodNode find(ClassNode type, MethodNode method) {
    return type.methods.stream()
        .filter(each -> each.name.equals(method.name) && each.desc.equals(method.desc))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> lines(MethodNode method) {
    List<Integer> lines = new ArrayList<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        lines.add(line.line);
      }
    }
    return lines;
  }

  /** With slots, for the arguments and locals must be where debuggers look for them. */
  private static List<String> variables(MethodNode method) {
    List<String> variables = new ArrayList<>();
    for (LocalVariableNode variable : method.localVariables) {
      variables.add(variable.name + ' ' + variable.desc + ' ' + variable.index + " from line "
          + lineAt(variable.start) + " to " + lineAt(variable.end));
    }
    return variables;
  }

  private static int lineAt(AbstractInsnNode from) {
    AbstractInsnNode insn = from;
    while (insn != null && !(insn instanceof LineNumberNode)) {
      insn = insn.getNext();
    }
    return insn == null ? 0 : ((LineNumberNode) insn).line;
  }
}
