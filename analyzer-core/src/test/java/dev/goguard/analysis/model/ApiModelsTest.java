package dev.goguard.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.ir.MethodRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiModelsTest {
  private static final List<String> SUBTYPE = List.of("Sub", "Middle", "Base", "java.lang.Object");

  @TempDir
  Path folder;

  @Test
  void effects_unmodelledMethod_none() throws IOException {
    assertThat(effects("types: {Base: {other: send}}", "put")).isEmpty();
  }

  @Test
  void effects_inherited_foundInSupertype() throws IOException {
    assertThat(effects("types: {Base: {put: send}}", "put")).containsExactly(EventKind.SEND);
  }

  @Test
  void effects_inTwoSupertypes_nearestWins() throws IOException {
    assertThat(effects("types: {Base: {put: send}, Middle: {put: close}}", "put"))
        .containsExactly(EventKind.CLOSE);
  }

  @Test
  void effects_nearerTypeModelsOtherMethods_inherits() throws IOException {
    assertThat(effects("types: {Base: {put: send}, Middle: {take: receive}}", "put"))
        .containsExactly(EventKind.SEND);
  }

  @Test
  void effects_noneInNearerType_hidesInherited() throws IOException {
    assertThat(effects("types: {Base: {put: send}, Sub: {put: none}}", "put")).isEmpty();
  }

  @Test
  void effects_severalEntriesMatch_mostExactWins() throws IOException {
    ApiModels models = models(
        "types: {Base: {put: send, put/1: close, 'put(int)': select, 'put(A,int[])': exit}}");
    assertThat(kinds(models, "put", "int")).containsExactly(EventKind.SELECT);
    assertThat(kinds(models, "put", "long")).containsExactly(EventKind.CLOSE);
    assertThat(kinds(models, "put", "A", "int[]")).containsExactly(EventKind.EXIT);
    assertThat(kinds(models, "put", "A", "int")).containsExactly(EventKind.SEND);
  }

  @Test
  void effects_constructor_foundAsNew() throws IOException {
    assertThat(effects("types: {Base: {new: executor}}", MethodRef.CONSTRUCTOR))
        .containsExactly(EventKind.EXECUTOR);
  }

  @Test
  void effects_list_keptInOrder() throws IOException {
    assertThat(effects("types: {Base: {put: [send, receive, close]}}", "put"))
        .containsExactly(EventKind.SEND, EventKind.RECEIVE, EventKind.CLOSE);
  }

  @Test
  void effects_allKeys_read() throws IOException {
    ApiModels models = models(
        "types: {Base: {put: acquire on=arg2 body=task mode=read when=nonzero executor=single timed"
            + " blocking repeating}}");
    assertThat(models.effects(method("put"), type -> SUBTYPE))
        .containsExactly(new Effect(
            EventKind.ACQUIRE,
            new Operand(2),
            Effect.Mode.READ,
            Effect.When.NONZERO,
            true,
            true,
            true,
            Operand.TASK,
            Effect.ExecutorKind.SINGLE));
  }

  @Test
  void effects_userFile_overridesEntryAndKeepsTheRest() throws IOException {
    ApiModels models = models("types: {java.util.concurrent.Semaphore: {release: none}}");
    List<String> supertypes = List.of("java.util.concurrent.Semaphore", "java.lang.Object");
    assertThat(models.effects(semaphore("release"), type -> supertypes)).isEmpty();
    assertThat(models.effects(semaphore("acquire"), type -> supertypes))
        .extracting(Effect::kind)
        .containsExactly(EventKind.PERMIT_ACQUIRE);
  }

  @Test
  void with_severalFiles_lastWins() throws IOException {
    Path first = file("first.yaml", "types: {Base: {put: send}}");
    Path second = file("second.yaml", "types: {Base: {put: close}}");
    assertThat(kinds(ApiModels.with(List.of(first, second)), "put"))
        .containsExactly(EventKind.CLOSE);
  }

  @Test
  void with_userLists_addedToBuiltIn() throws IOException {
    ApiModels models = models("""
        taskTypes: [com.acme.Job]
        threadSafe: [com.acme.Registry, 'com.acme.Lists#shared']
        handlers: ['com.acme.Endpoint#serve', '@com.acme.Route']
        """);
    assertThat(models.isTaskType("com.acme.Job")).isTrue();
    assertThat(models.isTaskType("java.lang.Runnable")).isTrue();
    assertThat(models.isThreadSafe(List.of("com.acme.Registry"))).isTrue();
    assertThat(models.isHandler("com.acme.Endpoint#serve")).isTrue();
    assertThat(models.isHandler("@com.acme.Route")).isTrue();
    assertThat(models.isHandler("com.acme.Endpoint#close")).isFalse();
  }

  @Test
  void isThreadSafe_subtype_asItsSupertype() {
    ApiModels models = ApiModels.builtIn();
    assertThat(models.isThreadSafe(List.of("com.acme.Map", "java.util.concurrent.ConcurrentMap")))
        .isTrue();
    assertThat(models.isThreadSafe(List.of("java.util.HashMap", "java.util.Map")))
        .isFalse();
  }

  @Test
  void makesThreadSafe_synchronizedCollection_only() {
    ApiModels models = ApiModels.builtIn();
    assertThat(models.makesThreadSafe(collections("synchronizedList"))).isTrue();
    assertThat(models.makesThreadSafe(collections("unmodifiableList"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "types: {T: {put: sned}}                | T.put: unknown event 'sned'",
        "types: {T: {put: ''}}                  | T.put: unknown event ''",
        "types: {T: {put: send slowly}}         | T.put: unknown flag 'slowly'",
        "types: {T: {put: send to=arg0}}        | T.put: unknown key 'to'",
        "types: {T: {put: send on=argument}}    | T.put: 'argument' is no operand",
        "types: {T: {put: acquire mode=shared}} | T.put: unknown mode 'shared'",
        "types: {T: {put: send when=null}}      | T.put: unknown result 'null'",
        "types: {T: {new: executor executor=x}} | T.new: unknown executor kind 'x'",
        "types: {T: {put: [send, cloze]}}       | T.put: unknown event 'cloze'",
        "types: {T: {put: }}                    | T.put: an effect is missing",
        "types: {T: {put: [send, ~]}}           | T.put: an effect is missing",
        "types: {T: {put/x: send}}              | T.put/x: write name, name/2",
        "types: {T: {'put(A, B)': send}}        | T.put(A, B): write name, name/2",
        "types: {T: }                           | T has no methods",
        "types: [T]                             | is no model file",
        "types: {T: {put: send, put: close}}    | Duplicate field 'put'",
        "noThrow: [java.util]                   | unknown section 'noThrow'; use [types, taskTypes",
        "types: {                               | is no model file",
      })
  void with_brokenFile_namesFileAndEntry(String text, String message) throws IOException {
    Path file = file("mine.yaml", text);
    assertThatThrownBy(() -> ApiModels.with(List.of(file)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mine.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void with_missingFile_namesIt() {
    Path missing = folder.resolve("missing.yaml");
    assertThatThrownBy(() -> ApiModels.with(List.of(missing)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot read")
        .hasMessageContaining(missing.toString());
  }

  @Test
  void with_emptyFile_isAnError() throws IOException {
    Path file = file("empty.yaml", "");
    assertThatThrownBy(() -> ApiModels.with(List.of(file)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("empty.yaml");
  }

  private List<EventKind> effects(String yaml, String method) throws IOException {
    return kinds(models(yaml), method);
  }

  private static List<EventKind> kinds(ApiModels models, String method, String... parameters) {
    return models.effects(method(method, parameters), type -> SUBTYPE).stream()
        .map(Effect::kind)
        .toList();
  }

  private ApiModels models(String yaml) throws IOException {
    return ApiModels.with(List.of(file("models.yaml", yaml)));
  }

  private Path file(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml);
  }

  private static MethodRef method(String name, String... parameters) {
    return new MethodRef("Sub", name, List.of(parameters));
  }

  private static MethodRef semaphore(String name) {
    return new MethodRef("java.util.concurrent.Semaphore", name, List.of());
  }

  private static MethodRef collections(String name) {
    return new MethodRef("java.util.Collections", name, List.of("java.util.List"));
  }
}
