package corpus.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.CancelContext;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Context;
import dev.goguard.runtime.GoRuntime;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every pattern does what it is for, and no goroutine is left when it has. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PatternsTest {
  private final int before = GoRuntime.numGoroutine();

  @AfterEach
  void everyGoroutineEnds() {
    while (GoRuntime.numGoroutine() > before) {
      Thread.yield(); // one that has nothing left to do may still be ending
    }
  }

  @Test
  void workerPool_manyJobs_doesEachOnce() {
    List<Integer> jobs = IntStream.range(0, 100).boxed().toList();

    Map<Integer, Integer> results = WorkerPool.run(jobs, 4, x -> 2 * x);

    assertThat(results.keySet()).containsExactlyElementsOf(jobs);
    assertThat(results).allSatisfy((job, result) -> assertThat(result).isEqualTo(2 * job));
  }

  @Test
  void pipeline_readerStopsEarly_everyStageEnds() {
    assertThat(Pipeline.run(5)).containsExactly(2, 5, 10, 17, 26);
  }

  @Test
  void fanOutFanIn_severalGoroutines_sumsEverything() {
    assertThat(FanOutFanIn.run(100, 4)).isEqualTo(338_350);
  }

  @Test
  void boundedParallelism_manyTasks_keepsTheLimitAndTheOrder() throws Exception {
    List<Callable<Integer>> tasks = IntStream.range(0, 50)
        .<Callable<Integer>>mapToObj(i -> () -> yielding(i))
        .toList();
    BoundedParallelism bounded = new BoundedParallelism();

    assertThat(bounded.run(tasks, 3))
        .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    assertThat(bounded.most()).isBetween(1, 3);
  }

  private static int yielding(int value) {
    GoRuntime.gosched();
    return value;
  }

  @Test
  void boundedParallelism_taskFails_throwsWhatItThrew() {
    List<Callable<Integer>> tasks = List.of(() -> 1, () -> {
      throw new IOException("no luck");
    });

    assertThatThrownBy(() -> new BoundedParallelism().run(tasks, 1)).hasMessage("no luck");
  }

  @Test
  void rateLimitedClient_burstIsUsedUp_isRefusedUntilTheDeadlineAllows() {
    RateLimitedClient client = new RateLimitedClient(String::toUpperCase, 1.0 / 3600, 2);

    assertThat(client.askNow("a")).isEqualTo(Optional.of("A"));
    assertThat(client.ask(Context.background(), "b")).isEqualTo(Optional.of("B"));
    assertThat(client.askNow("c")).isEmpty();
    try (CancelContext soon = Context.withTimeout(Context.background(), Duration.ofSeconds(10))) {
      assertThat(client.ask(soon, "d")).isEmpty();
    }
  }

  @Test
  void tickerWithDone_stopped_ticksNoMore() {
    Chan<Integer> ticks = Chan.make();
    TickerWithDone ticker = new TickerWithDone();
    ticker.start(Duration.ofMillis(1), () -> ticks.trySend(1));
    assertThat(ticks.receive() + ticks.receive()).isEqualTo(2);
    ticker.stop();
    ticker.stop();

    assertThat(ticks.tryReceive()).isNull();
  }

  @Test
  void cancellableGenerator_enoughTaken_ends() {
    assertThat(CancellableGenerator.takeWhile(n -> n.bitLength() <= 4))
        .map(BigInteger::intValue)
        .containsExactly(0, 1, 1, 2, 3, 5, 8, 13);
  }

  @Test
  void gracefulShutdown_requestUnderWay_isFinished() {
    List<String> handled = Collections.synchronizedList(new ArrayList<>());
    Chan<Void> begun = Chan.make();
    Chan<Void> proceed = Chan.make();
    GracefulShutdown server = new GracefulShutdown();
    server.start(1, request -> {
      begun.send(null);
      proceed.receive();
      handled.add(request);
    });
    assertThat(server.submit("last")).isTrue();
    begun.receive();
    assertThat(server.stop(Duration.ZERO)).as("in time").isFalse();
    assertThat(server.submit("too late")).isFalse();
    proceed.close();

    assertThat(server.stop(Duration.ofSeconds(50))).as("in time").isTrue();
    assertThat(handled).containsExactly("last");
  }

  @Test
  void sensorAggregator_severalSensors_averagesAllReadings() {
    SensorAggregator aggregator = new SensorAggregator();
    aggregator.start();
    aggregator.sensor("indoor", List.of(20.0, 22.0));
    aggregator.sensor("outdoor", List.of(-5.0, 5.0, 6.0));

    assertThat(aggregator.close()).isEqualTo(Map.of("indoor", 21.0, "outdoor", 2.0));
  }

  @Test
  void concurrentFetcher_allSucceed_returnsEveryPage() throws Exception {
    ConcurrentFetcher fetcher = new ConcurrentFetcher(address -> "<" + address + ">", 2);

    assertThat(fetcher.fetchAll(Context.background(), List.of("a", "b", "c")))
        .isEqualTo(Map.of("a", "<a>", "b", "<b>", "c", "<c>"));
  }

  @Test
  void concurrentFetcher_oneFails_cancelsThoseThatWait() {
    ConcurrentFetcher fetcher = new ConcurrentFetcher(
        address -> {
          throw new IOException("no " + address);
        },
        1);
    List<String> addresses = IntStream.range(0, 20).mapToObj(i -> "page").toList();

    assertThatThrownBy(() -> fetcher.fetchAll(Context.background(), addresses))
        .isInstanceOf(IOException.class)
        .hasMessage("no page");
  }
}
