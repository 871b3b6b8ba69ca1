package dev.goguard.analysis.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.model.EventKind;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class OrderingTest {
  private static Code code(String body) {
    return Code.of("""
        class A {
          private final CountDownLatch done = new CountDownLatch(1);
          boolean p;
          void here() {}
          void work() {}
          void waitForAll() throws Exception { done.await(); }
          void m(ExecutorService pool, BlockingQueue<String> q, BlockingQueue<String> other,
              Semaphore s) throws Exception {
        """ + body + "}}");
  }

  /** Whether the task of the first spawn may still run where these statements call here(). */
  private static boolean mayMeet(String body) {
    Code code = code(body);
    Cfg cfg = code.cfg("m");
    Node spawn = Code.node(cfg, EventKind.SPAWN);
    SpawnSite site = code.analyses().spawns().at(spawn.event());
    BitSet concurrent = code.analyses().ordering().concurrentWith(cfg, spawn, site);
    return concurrent.get(Code.callNode(cfg, "here").id());
  }

  private static boolean overlaps(String body) {
    Code code = code(body);
    Cfg cfg = code.cfg("m");
    Node spawn = Code.node(cfg, EventKind.SPAWN);
    return code.analyses()
        .ordering()
        .concurrentWith(cfg, spawn, code.analyses().spawns().at(spawn.event()))
        .get(spawn.id());
  }

  @Test
  void concurrentWith_codeBeforeAndAfter_onlyWhatFollows() {
    assertThat(mayMeet("new Thread(this::work).start(); here();")).isTrue();
    assertThat(mayMeet("here(); new Thread(this::work).start();")).isFalse();
  }

  @Test
  void concurrentWith_joins_endIt() {
    assertThat(mayMeet("Thread t = new Thread(this::work); t.start(); t.join(); here();"))
        .isFalse();
    assertThat(mayMeet("pool.submit(this::work).get(); here();")).isFalse();
    assertThat(mayMeet("pool.submit(this::work); done.await(); here();")).isFalse();
  }

  @Test
  void concurrentWith_joinOnOnePathOnly_doesNotEndIt() {
    assertThat(mayMeet("Thread t = new Thread(this::work); t.start(); if (p) t.join(); here();"))
        .isTrue();
  }

  @Test
  void concurrentWith_calledWait_endsIt() {
    assertThat(mayMeet("pool.submit(this::work); waitForAll(); here();")).isFalse();
    assertThat(mayMeet("pool.submit(this::work); work(); here();")).isTrue();
  }

  @Test
  void concurrentWith_receive_endsItWhenTheTaskSends() {
    String task = "pool.execute(() -> q.add(\"\"));";
    assertThat(mayMeet(task + "q.take(); here();")).isFalse();
    assertThat(mayMeet(task + "other.take(); here();")).isTrue();
    assertThat(mayMeet("pool.execute(() -> work()); q.take(); here();")).isTrue();
  }

  @Test
  void concurrentWith_permit_endsItWhenTheTaskReleases() {
    assertThat(mayMeet("pool.execute(() -> s.release()); s.acquire(); here();")).isFalse();
    assertThat(mayMeet("pool.execute(() -> work()); s.acquire(); here();")).isTrue();
  }

  @Test
  void concurrentWith_closedExecutor_endsIt() {
    assertThat(mayMeet("""
        try (var own = Executors.newCachedThreadPool()) { own.execute(this::work); }
        here();
        """)).isFalse();
  }

  @Test
  void concurrentWith_loop_unlessItWaits() {
    assertThat(overlaps("while (p) { pool.execute(this::work); }")).isTrue();
    assertThat(overlaps("while (p) { pool.submit(this::work).get(); }")).isFalse();
    assertThat(overlaps("pool.execute(this::work);")).isFalse();
    assertThat(overlaps("List.of(1, 2).forEach(i -> pool.execute(this::work));"))
        .isTrue();
  }
}
