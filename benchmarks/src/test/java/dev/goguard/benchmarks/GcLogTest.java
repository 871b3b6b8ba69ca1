package dev.goguard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GcLogTest {
  private static final String YOUNG =
      "[0.9s][info][gc] GC(0) Pause Young (Allocation Failure) 128M->17M(491M) 12.1ms";
  private static final String FULL =
      "[1.4s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 90M->40M(491M) 80.0ms";

  @Test
  void peak_collections_isTheMostBeforeOne() {
    assertThat(new GcLog(List.of(YOUNG, FULL)).peakMegabytes()).isEqualTo(128);
  }

  @Test
  void peak_moreAtExit_isTheSumOfTheGenerations() {
    var log = new GcLog(List.of(
        FULL,
        "[2s][info][gc,heap,exit]  PSYoungGen      total 149504K, used 102400K [0x1, 0x2, 0x3)",
        "[2s][info][gc,heap,exit]   eden space 128512K, 79% used [0x1,0x2,0x3)",
        "[2s][info][gc,heap,exit]  ParOldGen       total 341504K, used 51200K [0x1, 0x2, 0x3)",
        "[2s][info][gc,heap,exit]  Metaspace       used 900000K, committed 900000K"));
    assertThat(log.peakMegabytes()).isEqualTo(150);
  }

  @Test
  void largestAfterCollection_severalCollections_isTheMostKept() {
    assertThat(new GcLog(List.of(YOUNG, FULL)).largestAfterCollection()).isEqualTo(40);
  }
}
