package dev.goguard.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.FrontEnd;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.frontend.spoon.SpoonFrontEnd;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.TypeDecl;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.source.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds what the models say of GoGuard's runtime against its source. */
class RuntimeModelsTest {
  private static final Path SOURCE =
      Path.of("../runtime-monitor/runtime/src/main/java/dev/goguard/runtime");

  /** What neither waits nor changes anything a rule asks for. */
  private static final Set<String> INERT = Set.of(
      "BenignRace#value",
      "CancelContext#deadline",
      "CancelContext#value",
      "Chan#cap",
      "Chan#len",
      "Chan#make",
      "Chan#nil",
      "Context#deadline",
      "Context#value",
      "Context#withValue",
      "Context#withoutCancel",
      "Context$Key#of",
      "Context$Stop#stop",
      "Defer#defer",
      "Defer#recover",
      "Defer$Body#run",
      "Defer$Function#call",
      "ErrGroup#setLimit",
      "ErrGroup#withContext",
      "Go#panic",
      "GoBody#run",
      "GoPanic#value",
      "GoRuntime#goexit",
      "GoRuntime#gomaxprocs",
      "GoRuntime#goroutineProfile",
      "GoRuntime#gosched",
      "GoRuntime#labels",
      "GoRuntime#lockOSThread",
      "GoRuntime#numCpu",
      "GoRuntime#numGoroutine",
      "GoRuntime#schedtrace",
      "GoRuntime#setLabels",
      "GoRuntime#stack",
      "GoRuntime#stackJson",
      "GoRuntime#unlockOSThread",
      "Limiter#allow",
      "Limiter#allowN",
      "Limiter#burst",
      "Limiter#every",
      "Limiter#limit",
      "Limiter#reserve",
      "Limiter#reserveN",
      "Limiter#setBurst",
      "Limiter#setBurstAt",
      "Limiter#setLimit",
      "Limiter#setLimitAt",
      "Limiter#tokens",
      "Limiter#tokensAt",
      "Locker#of",
      "OnceFunc#run",
      "OnceValue#get",
      "Pool#get",
      "Pool#put",
      // What a case of a loop says or is told; the loop's runs are selects.
      "LoopCase#index",
      "LoopCase$Receive#enable",
      "LoopCase$Receive#from",
      "LoopCase$Receive#ok",
      "LoopCase$Receive#value",
      "LoopCase$Send#enable",
      "LoopCase$Send#set",
      "LoopCase$Send#to",
      "LoopCase$Timeout#enable",
      "LoopCase$Timeout#set",
      "RaceDetector#acquire",
      "RaceDetector#isActive",
      "RaceDetector#release",
      "RaceDetector#releaseMerge",
      "RecvChan#cap",
      "RecvChan#len",
      "Reservation#cancel",
      "Reservation#cancelAt",
      "Reservation#delay",
      "Reservation#delayFrom",
      "Reservation#ok",
      "Select#loop",
      "Select#of",
      "Select#prioritized",
      "Select#prioritizedLoop",
      "SelectLoop#after",
      "SelectLoop#clear",
      "SelectLoop#receive",
      "SelectLoop#send",
      "SendChan#cap",
      "SendChan#len",
      "SingleFlight#forget",
      "SingleFlight$Result#get",
      "Ticker#channel",
      "Ticker#newTicker",
      "Ticker#reset",
      "Ticker#stop",
      "Time#after",
      "Time#now",
      "Time#tick",
      "Timer#channel",
      "Timer#newTimer",
      "Timer#reset",
      "Timer#stop");

  private static Program program;

  @BeforeAll
  static void lowerRuntime() throws IOException {
    try (Stream<Path> files = Files.list(SOURCE)) {
      List<SourceUnit> units = files
          .filter(f -> f.toString().endsWith(".java"))
          .sorted()
          .map(f -> new SourceUnit(f, f.getFileName().toString()))
          .toList();
      Jdk jdk = Jdk.running();
      FrontEnd.Lowered lowered = new SpoonFrontEnd()
          .lower(new SourceSet(units, List.of(), 17, jdk.home(), StandardCharsets.UTF_8));
      program = new Program(lowered.files(), lowered.library());
    }
  }

  @Test
  void publicMethods_all_modelledOrInert() {
    ApiModels models = ApiModels.builtIn();
    assertThat(publicTypes()
            .flatMap(type -> publicMethods(type)
                .map(Method::ref)
                .filter(m -> models.effects(m, program.hierarchy()::supertypes).isEmpty())
                .map(m -> type.name().replace("dev.goguard.runtime.", "") + "#" + m.name()))
            .distinct())
        .containsExactlyInAnyOrderElementsOf(INERT);
  }

  @Test
  void entries_ofTheRuntime_nameMethods() {
    assertThat(ModelFile.builtIn().types().entrySet().stream()
            .filter(e -> e.getKey().startsWith("dev.goguard."))
            .flatMap(e -> e.getValue().keySet().stream()
                .filter(name -> !exists(e.getKey(), name))
                .map(name -> e.getKey() + "#" + name)))
        .isEmpty();
  }

  @Test
  void taskTypes_ofTheRuntime_exist() {
    assertThat(ModelFile.builtIn().taskTypes().stream()
            .filter(t -> t.startsWith("dev.goguard."))
            .filter(t -> program.type(t) == null))
        .isEmpty();
  }

  /** The key of an entry is a name, which an arity or parameters may follow. */
  private static boolean exists(String type, String key) {
    TypeDecl declared = program.type(type);
    String name = key.replaceFirst("[/(].*", "");
    return declared != null
        && (name.equals("new")
            || publicMethods(declared).anyMatch(m -> m.ref().name().equals(name)));
  }

  private static Stream<TypeDecl> publicTypes() {
    return program.types().stream().filter(t -> t.is(Modifier.PUBLIC) || isMember(t));
  }

  /** A member type of an interface is public without saying so. */
  private static boolean isMember(TypeDecl type) {
    TypeDecl outer = type.outer() == null ? null : program.type(type.outer());
    return outer != null && outer.kind() == TypeDecl.Kind.INTERFACE;
  }

  private static Stream<Method> publicMethods(TypeDecl type) {
    return type.methods().stream()
        .filter(m -> m.kind() == Method.Kind.METHOD && !isOfObject(m.ref()))
        .filter(m -> m.is(Modifier.PUBLIC) || isPublicInInterface(type, m));
  }

  private static boolean isPublicInInterface(TypeDecl type, Method method) {
    return type.kind() == TypeDecl.Kind.INTERFACE && !method.is(Modifier.PRIVATE);
  }

  private static boolean isOfObject(MethodRef method) {
    return List.of("toString", "equals", "hashCode").contains(method.name());
  }
}
