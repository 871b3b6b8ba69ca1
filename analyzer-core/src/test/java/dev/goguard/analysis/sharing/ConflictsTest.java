package dev.goguard.analysis.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTest {
  private static final RuleInfo RULE =
      new RuleInfo("Any", Severity.WARNING, "any", List.of(), "any");

  /** The conflicts as "variable: what the second side is and does", without repeats. */
  private static List<String> conflicts(String body) {
    Code code = Code.of("""
        class A {
          static class Box { int n; volatile int v; }
          private final Lock lock = new ReentrantLock();
          boolean p;
          void m(ExecutorService pool, Box given) throws Exception {
        """ + body + "}}");
    return new Pass(RULE, code.analyses())
        .conflicts(code.cfg("m"))
        .onLocals()
        .map(c -> c.variable() + ": " + c.other() + " " + c.verb())
        .distinct()
        .toList();
  }

  @Test
  void onLocals_taskAndSpawner_meet() {
    assertThat(conflicts("int[] n = {0}; pool.execute(() -> n[0]++); int i = n[0];"))
        .containsExactly("n: its spawner reads");
  }

  @Test
  void onLocals_spawnerBeforeStartOrAfterJoin_doNotMeet() {
    assertThat(conflicts("int[] n = {0}; n[0] = 1; pool.execute(() -> n[0]++);"))
        .isEmpty();
    assertThat(conflicts("int[] n = {0}; pool.submit(() -> n[0]++).get(); int i = n[0];"))
        .isEmpty();
  }

  @Test
  void onLocals_twoTasks_meet() {
    assertThat(conflicts("""
        List<String> l = new ArrayList<>();
        pool.execute(() -> l.add(""));
        pool.execute(() -> l.size());
        """)).containsExactly("l: another task reads");
  }

  @Test
  void onLocals_oneTaskInLoop_meetsItself() {
    assertThat(conflicts("""
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < 3; i++) { pool.execute(() -> seen.put("", "")); }
        """)).containsExactly("seen: another run of it changes");
  }

  @Test
  void onLocals_newInEachTurn_isTheTasksOwn() {
    assertThat(conflicts("""
        for (int i = 0; i < 3; i++) {
          List<String> own = new ArrayList<>();
          pool.execute(() -> own.add(""));
        }
        """)).isEmpty();
  }

  @Test
  void onLocals_commonLock_keepsThemApart() {
    assertThat(conflicts("""
        List<String> l = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          pool.execute(() -> { synchronized (l) { l.add(""); } });
        }
        """)).isEmpty();
    assertThat(conflicts("""
        List<String> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(""); } });
        lock.lock(); l.size(); lock.unlock();
        """)).containsExactly("l: its spawner reads");
  }

  @Test
  void onLocals_singleThread_doesNotMeetItself() {
    assertThat(conflicts("""
        ExecutorService one = Executors.newSingleThreadExecutor();
        List<String> l = new ArrayList<>();
        for (int i = 0; i < 3; i++) { one.execute(() -> l.add("")); }
        """)).isEmpty();
  }

  @Test
  void onLocals_threadSafeType_isNoConflict() {
    assertThat(conflicts("""
        Map<String, String> m = new ConcurrentHashMap<>();
        for (int i = 0; i < 3; i++) { pool.execute(() -> m.put("", "")); }
        """)).isEmpty();
  }

  @Test
  void onLocals_slotOfEachTurn_isNoConflict() {
    assertThat(conflicts("""
        int[] n = new int[3];
        for (int i = 0; i < 3; i++) { int slot = i; pool.execute(() -> n[slot] = 1); }
        """)).isEmpty();
    assertThat(conflicts("""
        int[] n = new int[3];
        for (int i = 0; i < 3; i++) { pool.execute(() -> n[0] = 1); }
        """)).containsExactly("n: another run of it changes");
  }

  @Test
  void onLocals_fieldsOfObjectMadeHere_meetUnlessVolatile() {
    String code = "Box b = new Box(); pool.execute(() -> b.n = 1); int i = b.n;";
    assertThat(conflicts(code)).containsExactly("b: its spawner reads");
    assertThat(conflicts(code.replace("b.n", "b.v"))).isEmpty();
    assertThat(conflicts(code.replace("new Box()", "given"))).isEmpty();
  }

  @Test
  void onLocals_readsOnly_doNotMeet() {
    assertThat(conflicts(
            "int[] n = {0}; pool.execute(() -> System.out.println(n[0]));" + "int i = n[0];"))
        .isEmpty();
  }
}
