package dev.goguard.analysis.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.model.Effect.ExecutorKind;
import dev.goguard.analysis.model.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpawnsTest {
  private static final String TYPES = """
      class Job implements Runnable {
        private final Object what;
        Job(Object what) { this.what = what; }
        public void run() { what.hashCode(); }
      }
      record Note(Object what) implements Runnable { public void run() {} }
      class Sub extends Thread { public void run() {} }
      class A {
        private final Runnable kept = new Job(this);
        private final ExecutorService single = Executors.newSingleThreadExecutor();
        void work() {}
        static void all() {}
        void start(Runnable r) { new Thread(r).start(); }
      """;

  private static Code code(String body) {
    return Code.of(TYPES + "void m(Object x, Runnable given, ExecutorService pool)"
        + " throws Exception {" + body + "}}");
  }

  private static SpawnSite site(Code code) {
    List<SpawnSite> sites = code.analyses().spawns().in(code.body("m"));
    assertThat(sites).hasSize(1);
    return sites.get(0);
  }

  /** The methods that the only spawn in a body may start. */
  private static List<String> tasks(String body) {
    return site(code(body)).tasks().stream()
        .map(t -> t.body().method().ref().name())
        .toList();
  }

  private static String element(String body) {
    List<Task> tasks = site(code(body)).tasks();
    assertThat(tasks).hasSize(1);
    return tasks.get(0).body().element();
  }

  @Test
  void tasks_lambdaAndReference_areTheirCode() {
    assertThat(tasks("new Thread(() -> work()).start();")).containsExactly("lambda$0");
    assertThat(element("pool.submit(this::work);")).isEqualTo("A.work");
    assertThat(element("pool.execute(A::all);")).isEqualTo("A.all");
  }

  @Test
  void tasks_local_isItsOnlyValue() {
    assertThat(element("Runnable r = this::work; Thread t = new Thread(r); t.start();"))
        .isEqualTo("A.work");
    assertThat(tasks("Runnable r = this::work; r = given; new Thread(r).start();"))
        .isEmpty();
  }

  @Test
  void tasks_objects_areTheirRun() {
    assertThat(element("new Thread(new Job(x)).start();")).isEqualTo("Job.run");
    assertThat(element("pool.execute(new Note(x));")).isEqualTo("Note.run");
    assertThat(element("new Sub().start();")).isEqualTo("Sub.run");
    assertThat(element("new Thread(kept).start();")).isEqualTo("Job.run");
    assertThat(element("new Thread(new Runnable() { public void run() {} }).start();"))
        .isEqualTo("A$1.run");
  }

  @Test
  void tasks_wrappers_areWhatTheyWrap() {
    assertThat(element("new Thread(new FutureTask<>(Executors.callable(new Job(x)))).start();"))
        .isEqualTo("Job.run");
    assertThat(element("FutureTask<?> f = new FutureTask<>(() -> { work(); return 1; });"
            + " pool.execute(f);"))
        .isEqualTo("A.m");
  }

  @Test
  void tasks_list_areAllOfThem() {
    assertThat(tasks("pool.invokeAll(List.of(() -> 1, () -> 2));")).hasSize(2);
  }

  @Test
  void tasks_parameter_isUnknown() {
    assertThat(tasks("new Thread(given).start();")).isEmpty();
  }

  @Test
  void tasks_throughOwnMethod_areThoseOfTheCall() {
    assertThat(element("start(this::work);")).isEqualTo("A.work");
  }

  @Test
  void binding_ofTaskObject_namesItsFieldsByTheArguments() {
    Code code = code("new Thread(new Job(x)).start();");
    Task task = site(code).tasks().get(0);
    assertThat(code.analyses().summaries().happenings(task.body()))
        .filteredOn(h -> h.is(EventKind.READ))
        .extracting(h -> task.binding().translate(h.path()).toString())
        .containsExactly("x");
  }

  @Test
  void executor_ofSpawn_isThatOfItsCreation() {
    assertThat(site(code("new Thread(given).start();")).executor())
        .isEqualTo(ExecutorKind.UNBOUNDED);
    assertThat(site(code("single.execute(given);")).executor()).isEqualTo(ExecutorKind.SINGLE);
    assertThat(site(code("Executor e = Executors.newFixedThreadPool(4); e.execute(given);"))
            .executor())
        .isEqualTo(ExecutorKind.BOUNDED);
    assertThat(site(code("pool.execute(given);")).executor()).isNull();
  }

  @Test
  void at_spawnEvent_isItsSite() {
    Code code = code("new Thread(given).start(); x.hashCode();");
    Cfg cfg = code.cfg("m");
    Node spawn = Code.node(cfg, EventKind.SPAWN);
    assertThat(code.analyses().spawns().at(spawn.event())).isSameAs(site(code));
    assertThat(code.analyses().spawns().at(Code.callNode(cfg, "hashCode").event()))
        .isNull();
  }

  @Test
  void in_lambdaThatSpawns_isASpawnerOfItsOwn() {
    Code code = code("Runnable r = () -> new Thread(given).start();");
    assertThat(code.analyses().spawns().in(code.body("m"))).isEmpty();
    assertThat(code.analyses().spawns().all())
        .extracting(s -> s.spawner().method().ref().name())
        .containsExactly("start", "lambda$0");
  }
}
