package dev.goguard.race.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.race.memory.Memory;
import org.junit.jupiter.api.Test;

final class UnsafeTargetTest {
  private static class Base {
    volatile int inherited;
  }

  private static final class Sample extends Base {
    static volatile int shared;
    volatile int own;
  }

  private final Sample sample = new Sample();

  @Test
  void field_hasTheClockOfItsHandle() throws Exception {
    assertThat(clockAt("own", Sample.class)).isSameAs(clockOf("own", Sample.class));
  }

  @Test
  void inheritedField_hasTheClockOfItsHandle() throws Exception {
    assertThat(clockAt("inherited", Base.class)).isSameAs(clockOf("inherited", Base.class));
  }

  @Test
  void staticField_hasTheClockOfItsHandle() throws Exception {
    long offset = Memory.UNSAFE.staticFieldOffset(Sample.class.getDeclaredField("shared"));

    assertThat(UnsafeTarget.at(Sample.class, offset).clock())
        .isSameAs(HandleTarget.field(Sample.class, "shared").access(null, 0).clock());
  }

  @Test
  void element_hasTheClockOfItsIndex() {
    long[] array = new long[4];
    long offset = Memory.UNSAFE.arrayBaseOffset(long[].class) + 3L * Long.BYTES;

    assertThat(UnsafeTarget.at(array, offset).clock())
        .isSameAs(new AtomicAccess.OfElement(array, 3).clock());
  }

  @Test
  void memoryOutsideOfTheHeap_hasOneClock() {
    assertThat(UnsafeTarget.at(null, 8).clock())
        .isSameAs(UnsafeTarget.at(null, 1 << 20).clock());
  }

  private Object clockAt(String field, Class<?> declaring) throws Exception {
    long offset = Memory.UNSAFE.objectFieldOffset(declaring.getDeclaredField(field));
    return UnsafeTarget.at(sample, offset).clock();
  }

  private Object clockOf(String field, Class<?> declaring) {
    return HandleTarget.field(declaring, field).access(sample, 0).clock();
  }
}
