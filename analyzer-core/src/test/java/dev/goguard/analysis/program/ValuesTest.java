package dev.goguard.analysis.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.FrontEnd;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.frontend.spoon.SpoonFrontEnd;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.source.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesTest {
  @TempDir
  Path folder;

  @Test
  void effects_methodOfSupertype_receiverTypeDecides() throws IOException {
    assertThat(effectsOf("java.util.concurrent.BlockingQueue<Object> it", "it.poll()"))
        .containsExactly(EventKind.RECEIVE);
    assertThat(effectsOf("java.util.Queue<Object> it", "it.poll()"))
        .containsExactly(EventKind.CONTAINER_WRITE);
  }

  @Test
  void effects_receiverTypeWithoutModel_asDeclared() throws IOException {
    assertThat(effectsOf("java.util.HashSet<Object> it", "it.forEach(x -> {})"))
        .containsExactly(EventKind.INVOKE_NOW, EventKind.CONTAINER_READ);
    assertThat(effectsOf("java.nio.file.Path it", "it.forEach(x -> {})"))
        .containsExactly(EventKind.INVOKE_NOW);
  }

  @Test
  void path_callThatTakesOrWaits_isNoLookUp() throws IOException {
    assertThat(pathOf("java.util.Map<String, Object> it", "it.get(\"a\")").isNamed())
        .isTrue();
    assertThat(pathOf("java.util.Iterator<Object> it", "it.next()").isNamed()).isFalse();
    assertThat(
            pathOf("java.util.concurrent.BlockingQueue<Object> it", "it.poll()").isNamed())
        .isFalse();
  }

  private AccessPath pathOf(String parameter, String call) throws IOException {
    Sample sample = sample(parameter, call);
    return new Values(sample.program(), ApiModels.builtIn()).path(sample.body(), sample.call());
  }

  private record Sample(Program program, Body body, Expr.Call call) {}

  private List<EventKind> effectsOf(String parameter, String call) throws IOException {
    Sample sample = sample(parameter, call);
    return new Values(sample.program(), ApiModels.builtIn())
        .effects(sample.call()).stream().map(Effect::kind).toList();
  }

  private Sample sample(String parameter, String call) throws IOException {
    Program program = lower("class A { void m(" + parameter + ") { " + call + "; } }");
    Body method = program.bodies().stream()
        .filter(b -> b.method().ref().name().equals("m"))
        .findFirst()
        .orElseThrow();
    List<Expr.Call> calls = new ArrayList<>();
    Walk.expressions(method.method().body(), e -> {
      if (e instanceof Expr.Call found) {
        calls.add(found);
      }
    });
    assertThat(calls).hasSize(1);
    return new Sample(program, method, calls.get(0));
  }

  private Program lower(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), source);
    FrontEnd.Lowered lowered = new SpoonFrontEnd()
        .lower(new SourceSet(
            List.of(new SourceUnit(file, "A.java")),
            List.of(),
            17,
            Jdk.running().home(),
            StandardCharsets.UTF_8));
    return new Program(lowered.files(), lowered.library());
  }
}
