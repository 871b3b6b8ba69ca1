package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Go program dies of, even when its main goroutine recovers panics. */
@Guarded
class SyncExitTest {

  @ParameterizedTest
  @CsvSource({
    "mutex, fatal error: sync: unlock of unlocked mutex",
    "rwmutex, fatal error: sync: Unlock of unlocked RWMutex",
    "reader, fatal error: sync: RUnlock of unlocked RWMutex",
    "callChan, panic: in callChan",
    "sharedCall, panic: in call",
    "errgroup, panic: in errgroup",
  })
  void run_scenario_diesOf(String scenario, String headline) throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.execute(List.of(), SyncProgram.class, scenario);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith(headline + "\n");
  }
}
