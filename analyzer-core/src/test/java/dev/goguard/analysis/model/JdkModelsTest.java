package dev.goguard.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimerTask;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what the models say of the JDK against the JDK that runs this test. */
class JdkModelsTest {
  private static final ModelFile MODELS = ModelFile.builtIn();
  private static final int RUNNING = Runtime.version().feature();

  private record Releases(int first, int last) {
    boolean runs() {
      return first <= RUNNING && RUNNING <= last;
    }
  }

  private static Releases since(int first) {
    return new Releases(first, Integer.MAX_VALUE);
  }

  /** The types and entries that not every release from 17 on has. */
  private static final Map<String, Releases> RELEASES = Map.ofEntries(
      Map.entry("java.lang.ScopedValue$Carrier", since(21)),
      Map.entry("java.lang.Thread$Builder", since(21)),
      Map.entry("java.lang.Thread$Builder$OfPlatform", since(21)),
      Map.entry("java.lang.Thread.join(java.time.Duration)", since(19)),
      Map.entry("java.lang.Thread.startVirtualThread", since(21)),
      Map.entry("java.util.SequencedCollection", since(21)),
      Map.entry("java.util.concurrent.ExecutorService.close", since(19)),
      Map.entry("java.util.concurrent.Executors.newThreadPerTaskExecutor", since(21)),
      Map.entry("java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor", since(21)),
      Map.entry("java.util.SequencedMap", since(21)),
      Map.entry("java.util.concurrent.ForkJoinPool.externalSubmit", since(20)),
      Map.entry("java.util.concurrent.ForkJoinPool.invokeAllUninterruptibly", since(22)),
      Map.entry("java.util.concurrent.ForkJoinPool.lazySubmit", since(19)),
      Map.entry("java.util.concurrent.ForkJoinPool.submitWithTimeout", since(25)),
      Map.entry("java.util.concurrent.ForkJoinTask.adaptInterruptible", since(19)),
      Map.entry("java.util.concurrent.StructuredTaskScope", since(21)),
      Map.entry("java.util.concurrent.StructuredTaskScope.joinUntil", new Releases(21, 24)),
      Map.entry("java.util.concurrent.StructuredTaskScope.shutdown", new Releases(21, 24)),
      Map.entry("javax.security.auth.Subject.callAs", since(18)));

  /** A modelled method, and what it may mean in the running JDK. */
  private record Entry(String type, String key, List<Effect> effects, List<Executable> methods) {
    String name() {
      return type + "." + key;
    }
  }

  @Test
  void types_ofTheJdk_exist() {
    assertThat(jdkTypes().filter(t -> isExpected(t) && find(t) == null)).isEmpty();
  }

  @Test
  void releases_ofThisJdk_areThere() {
    assertThat(RELEASES.keySet()).allSatisfy(name -> {
      boolean isType = MODELS.types().containsKey(name);
      boolean isEntry = isType || MODELS.types().containsKey(typeOf(name));
      assertThat(isEntry).isTrue();
    });
  }

  @Test
  void entries_ofTheJdk_nameMethods() {
    assertThat(
            entries().filter(e -> isExpected(e.name()) && e.methods().isEmpty()).map(Entry::name))
        .isEmpty();
  }

  @Test
  void operands_everyOverload_hasThem() {
    List<String> outOfRange = new ArrayList<>();
    forEachOperand((entry, operand) -> {
      if (entry.methods().stream().anyMatch(m -> operand.index() >= m.getParameterCount())) {
        outOfRange.add(entry.name() + " " + operand);
      }
    });
    assertThat(outOfRange).isEmpty();
  }

  private interface OperandCheck {
    void check(Entry entry, Operand operand);
  }

  private static void forEachOperand(OperandCheck check) {
    entries()
        .forEach(entry -> entry.effects().forEach(effect -> {
          check.check(entry, effect.on());
          if (effect.body() != null) {
            check.check(entry, effect.body());
          }
        }));
  }

  @Test
  void operands_receiver_exists() {
    Set<EventKind> aboutReceiver = Set.of(
        EventKind.ACQUIRE,
        EventKind.RELEASE,
        EventKind.CONTAINER_READ,
        EventKind.CONTAINER_WRITE,
        EventKind.SAME,
        EventKind.VIEW,
        EventKind.SEND,
        EventKind.RECEIVE,
        EventKind.COMPLETE);
    assertThat(entries()
            .filter(e -> e.methods().stream().anyMatch(m -> Modifier.isStatic(m.getModifiers())))
            .filter(e -> e.effects().stream()
                .anyMatch(f -> aboutReceiver.contains(f.kind()) && f.on().equals(Operand.RECEIVER)))
            .map(Entry::name))
        .isEmpty();
  }

  @Test
  void bodies_areCode() {
    List<String> notCode = new ArrayList<>();
    entries()
        .forEach(entry -> entry.effects().forEach(effect -> {
          Operand body = effect.body();
          if (body != null && !entry.methods().isEmpty() && !isCode(entry, body)) {
            notCode.add(entry.name() + " " + effect);
          }
        }));
    assertThat(notCode).isEmpty();
  }

  private static boolean isCode(Entry entry, Operand body) {
    if (body.equals(Operand.TASK)) {
      return entry.methods().stream().anyMatch(JdkModelsTest::takesTask);
    } else if (body.equals(Operand.RECEIVER)) {
      return true;
    }
    return entry.methods().stream().allMatch(m -> isCode(m.getParameterTypes()[body.index()]));
  }

  private static boolean takesTask(Executable method) {
    return Arrays.stream(method.getParameterTypes())
        .anyMatch(type -> MODELS.taskTypes().contains(type.getName()));
  }

  private static boolean isCode(Class<?> type) {
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    return isFunctional(element)
        || List.of(Thread.class, TimerTask.class, ForkJoinTask.class).contains(element)
        || Collection.class.isAssignableFrom(element);
  }

  private static boolean isFunctional(Class<?> type) {
    return type.isInterface()
        && Arrays.stream(type.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()) && !isObjectMethod(m))
                .map(Method::getName)
                .distinct()
                .count()
            == 1;
  }

  private static boolean isObjectMethod(Method method) {
    return List.of("equals", "hashCode", "toString").contains(method.getName());
  }

  @Test
  void spawns_onAnArgument_nameAnExecutor() {
    assertThat(entries()
            .filter(e -> e.effects().stream()
                .filter(f -> f.kind() == EventKind.SPAWN && f.on().index() >= 0)
                .anyMatch(f -> !isExecutor(e, f.on())))
            .map(Entry::name))
        .isEmpty();
  }

  private static boolean isExecutor(Entry entry, Operand on) {
    return entry.methods().stream()
        .allMatch(m -> Executor.class.isAssignableFrom(m.getParameterTypes()[on.index()]));
  }

  @Test
  void lists_ofTheJdk_nameTypesAndMethods() {
    Stream<String> names = Stream.of(MODELS.taskTypes(), MODELS.threadSafe(), MODELS.handlers())
        .flatMap(List::stream)
        .filter(JdkModelsTest::isOfTheJdk);
    assertThat(names.filter(name -> !exists(name))).isEmpty();
  }

  private static boolean exists(String name) {
    String[] parts = name.split("#", 2);
    Class<?> type = find(parts[0]);
    return type != null && (parts.length == 1 || !methods(type, parts[1]).isEmpty());
  }

  private static Stream<Entry> entries() {
    return jdkTypes()
        .flatMap(type -> MODELS.types().get(type).entrySet().stream()
            .map(e ->
                new Entry(type, e.getKey(), parse(e.getValue()), methodsOf(type, e.getKey()))));
  }

  private static List<Effect> parse(List<String> effects) {
    return effects.stream().filter(e -> !e.equals("none")).map(Effect::parse).toList();
  }

  private static List<Executable> methodsOf(String type, String key) {
    Class<?> found = find(type);
    return found == null ? List.of() : methods(found, key);
  }

  private static Stream<String> jdkTypes() {
    return MODELS.types().keySet().stream().filter(JdkModelsTest::isOfTheJdk);
  }

  private static boolean isOfTheJdk(String type) {
    return Stream.of(
            "java.",
            "javax.swing.",
            "javax.security.",
            "javax.crypto.",
            "javax.sql.",
            "com.sun.net.")
        .anyMatch(type::startsWith);
  }

  private static boolean isExpected(String name) {
    Releases always = since(0);
    return RELEASES.getOrDefault(name, always).runs()
        && RELEASES.getOrDefault(typeOf(name), always).runs();
  }

  private static String typeOf(String name) {
    int arguments = name.indexOf('(');
    String bare = arguments < 0 ? name : name.substring(0, arguments);
    return bare.substring(0, Math.max(0, bare.lastIndexOf('.')));
  }

  private static Class<?> find(String type) {
    try {
      return Class.forName(type, false, JdkModelsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** The methods that an entry of a type means, inherited ones too. */
  private static List<Executable> methods(Class<?> type, String key) {
    Stream<? extends Executable> all = key.matches("new\\b.*")
        ? Arrays.stream(type.getDeclaredConstructors())
        : supertypes(type).stream().flatMap(t -> Arrays.stream(t.getDeclaredMethods()));
    return all.filter(m -> isAccessible(m) && !m.isSynthetic())
        .filter(m -> matches(key, m))
        .map(Executable.class::cast)
        .toList();
  }

  private static boolean isAccessible(Executable method) {
    return (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  private static boolean matches(String key, Executable method) {
    String name = method instanceof Method ? method.getName() : "new";
    String types = String.join(
        ",", Arrays.stream(method.getParameterTypes()).map(Class::getTypeName).toList());
    return List.of(name, name + "/" + method.getParameterCount(), name + "(" + types + ")")
        .contains(key);
  }

  private static Set<Class<?>> supertypes(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>(List.of(type));
    if (type.getSuperclass() != null) {
      all.addAll(supertypes(type.getSuperclass()));
    }
    Arrays.stream(type.getInterfaces()).forEach(i -> all.addAll(supertypes(i)));
    return all;
  }
}
