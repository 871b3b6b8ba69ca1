package dev.goguard.agent.transform.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.race.shadow.AccessMode;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicMethodsTest {
  /** They reach no variable. */
  private static final Set<String> WITHOUT_ACCESS = Set.of(
      "length",
      "byteValue",
      "shortValue",
      "getClass",
      "equals",
      "hashCode",
      "notify",
      "notifyAll",
      "wait");

  @ParameterizedTest
  @ValueSource(
      classes = {
        AtomicBoolean.class,
        AtomicInteger.class,
        AtomicLong.class,
        AtomicReference.class,
        AtomicIntegerArray.class,
        AtomicIntegerFieldUpdater.class,
        AtomicStampedReference.class,
        AtomicMarkableReference.class,
        LongAdder.class,
        DoubleAccumulator.class
      })
  void publicMethods_ofAtomicClass_haveModes(Class<?> type) {
    String owner = type.getName().replace('.', '/');

    assertThat(Arrays.stream(type.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .filter(name -> !WITHOUT_ACCESS.contains(name)))
        .allSatisfy(name -> assertThat(AtomicMethods.mode(owner, name)).as(name).isNotZero());
  }

  @ParameterizedTest
  @EnumSource(VarHandle.AccessMode.class)
  void mode_ofVarHandle_followsItsName(VarHandle.AccessMode access) {
    String name = access.methodName();
    int mode = AtomicMethods.mode("java/lang/invoke/VarHandle", name);

    assertThat((mode & AccessMode.PLAIN) != 0).isEqualTo(Set.of("get", "set").contains(name));
    assertThat((mode & AccessMode.RELEASE) != 0).isEqualTo(releases(name));
    assertThat((mode & AccessMode.ACQUIRE) != 0).isEqualTo(acquires(name));
    assertThat((mode & AccessMode.WRITE) != 0)
        .isEqualTo(!name.matches("get(|Volatile|Opaque|Acquire)"));
    assertThat((mode & AccessMode.CONDITIONAL) != 0).isEqualTo(name.contains("ompareAnd"));
  }

  private static boolean releases(String name) {
    return !isUnordered(name) && !name.endsWith("Acquire") && !name.equals("getVolatile");
  }

  private static boolean acquires(String name) {
    return !isUnordered(name) && !name.endsWith("Release") && !name.equals("setVolatile");
  }

  private static boolean isUnordered(String name) {
    return Set.of("get", "set").contains(name) || name.endsWith("Opaque") || name.endsWith("Plain");
  }

  @Test
  void mode_ofAnotherClass_isZero() {
    assertThat(AtomicMethods.mode("java/util/ArrayList", "get")).isZero();
    assertThat(AtomicMethods.mode("sample/Counter", "incrementAndGet")).isZero();
  }
}
