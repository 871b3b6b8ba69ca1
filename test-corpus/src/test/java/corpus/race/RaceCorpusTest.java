package corpus.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class RaceCorpusTest {
  @Test
  void runAll_programs_areFramed() throws Exception {
    assertThat(run(Ends.class, Duration.ofSeconds(50)).lines())
        .containsExactly(
            RunLog.RUN + Ends.class.getName() + ".noRaceA",
            RunLog.END + Ends.class.getName() + ".noRaceA",
            RunLog.RUN + Ends.class.getName() + ".raceB",
            RunLog.END + Ends.class.getName() + ".raceB");
  }

  @Test
  void runAll_programThrows_saysSoAndGoesOn() throws Exception {
    assertThat(run(Throws.class, Duration.ofSeconds(50)))
        .contains(".raceA: java.lang.IllegalStateException: no luck", RunLog.RUN, ".raceB");
  }

  @Test
  void runAll_programHangs_saysWhereAndGoesOn() throws Exception {
    assertThat(run(Hangs.class, Duration.ofMillis(20)))
        .contains(".raceA: hangs", "CountDownLatch.await", RunLog.END, ".raceB");
  }

  private static String run(Class<?> type, Duration patience) throws InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream log = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new RaceCorpus(log, patience).runAll(Programs.of(type).toList());
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static final class Ends {
    static void raceB() {}

    static void noRaceA() {}

    static void racer() {}

    static void raceWith(int argument) {}
  }

  private static final class Throws {
    static void raceA() {
      throw new IllegalStateException("no luck");
    }

    static void raceB() {}
  }

  private static final class Hangs {
    static void raceA() throws InterruptedException {
      new CountDownLatch(1).await();
    }

    static void raceB() {}
  }
}
