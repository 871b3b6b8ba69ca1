package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The registry keeps no goroutine alive: seen where the JDK does not do so either. */
@Guarded
class GoroutineRetentionTest {

  @Test
  void goroutine_parkedAndUnreachable_isCollectedAndCountsNoMore() throws Exception {
    ForkedJvm.Outcome outcome =
        ForkedJvm.execute(List.of("-Djdk.trackAllThreads=false"), LeakingProgram.class);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("11\n1 0\n");
    assertThat(outcome.status()).isZero();
  }
}
