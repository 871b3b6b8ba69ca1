package dev.goguard.race.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ContextsTest {
  private static int lastSite = 1 << 20;

  private final ContextCache cache = new ContextCache();
  private final HeldLocks locks = new HeldLocks();
  private final int site = ++lastSite;

  private int intern(long context) {
    return Contexts.intern(cache, locks, context, site);
  }

  @Test
  void sameContextAndSite_haveOneNumberForAllThreads() {
    assertThat(intern(7)).isEqualTo(intern(7));
    assertThat(Contexts.intern(new ContextCache(), new HeldLocks(), 7, site)).isEqualTo(intern(7));
    assertThat(intern(8)).isNotEqualTo(intern(7));
  }

  @Test
  void stack_isThatOfTheFirstSighting() {
    int number = intern(7);
    assertThat(Contexts.site(number)).isEqualTo(site);
    assertThat(Contexts.callersKnown(number)).isTrue();
    assertThat(Contexts.stack(number)).as("without the detector's frames").isNotEmpty();
    assertThat(Contexts.stack(0)).isEmpty();
  }

  @Test
  void otherLocksHeld_haveAnotherNumber() {
    int free = intern(7);
    Object lock = new Object();
    locks.push(lock, 3);
    int locked = intern(7);
    locks.pop(lock);
    assertThat(locked).isNotEqualTo(free);
    assertThat(Contexts.locks(locked)).containsExactly(new HeldLock("java.lang.Object", 3));
    assertThat(Contexts.locks(free)).isEmpty();
    assertThat(intern(7)).isEqualTo(free);
  }

  @Test
  void veryManyCallers_shareANumberThatSaysSo() {
    int[] numbers = new int[Contexts.PER_SITE + 100];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = intern(i);
    }
    int last = numbers[numbers.length - 1];
    assertThat(Arrays.stream(numbers).distinct().count()).isEqualTo(Contexts.PER_SITE + 1L);
    assertThat(Contexts.callersKnown(last)).isFalse();
    assertThat(Contexts.site(last)).isEqualTo(site);
    assertThat(Contexts.stack(last)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void growingTable_keepsAllNumbers() {
    int[] numbers = new int[5000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Contexts.intern(cache, locks, i, site + (i & 15) + 100);
    }
    for (int i = 0; i < numbers.length; i++) {
      int again = Contexts.intern(new ContextCache(), locks, i, site + (i & 15) + 100);
      assertThat(again).isEqualTo(numbers[i]);
    }
    lastSite += 200;
  }
}
