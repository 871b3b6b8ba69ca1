package corpus.rules.spawn;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A task started by a constructor meets an object that is not finished. */
final class SpawnInConstructor {
  private SpawnInConstructor() {}

  // ---- bad ----

  public static class BoundMethodReference {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    public BoundMethodReference() {
      // BUG: SpawnInConstructor: BoundMethodReference
      new Thread(this::drain).start();
    }

    private void drain() {
      print(queue.poll());
    }
  }

  public static class LambdaThatCallsAnOwnMethod {
    public LambdaThatCallsAnOwnMethod() {
      // BUG: SpawnInConstructor: LambdaThatCallsAnOwnMethod
      Thread.startVirtualThread(() -> refresh());
    }

    protected void refresh() {
      print("refresh");
    }
  }

  public static class LambdaThatReadsAField {
    private final BlockingQueue<String> queue;

    public LambdaThatReadsAField(ExecutorService pool) {
      queue = new LinkedBlockingQueue<>();
      // BUG: SpawnInConstructor: LambdaThatReadsAField
      pool.submit(() -> queue.take());
    }
  }

  public static class ItsOwnThread extends Thread {
    private final String greeting;

    public ItsOwnThread(String greeting) {
      this.greeting = greeting;
      // BUG: SpawnInConstructor: ItsOwnThread
      start();
    }

    @Override
    public void run() {
      print(greeting);
    }
  }

  public static class ItsOwnRunnable implements Runnable {
    public ItsOwnRunnable() {
      // BUG: SpawnInConstructor: ItsOwnRunnable
      Thread.ofVirtual().name("own").start(this);
    }

    @Override
    public void run() {
      print("running");
    }
  }

  public static class AnonymousInnerClass {
    private final List<String> names = new ArrayList<>();

    public AnonymousInnerClass(ExecutorService pool) {
      // BUG: SpawnInConstructor: AnonymousInnerClass
      pool.execute(new Runnable() {
        @Override
        public void run() {
          print(names.toString());
        }
      });
    }
  }

  public static class InstanceOfAnInnerClass {
    private final String name = "inner";

    public InstanceOfAnInnerClass() {
      // BUG: SpawnInConstructor: InstanceOfAnInnerClass
      new Thread(new Worker()).start();
    }

    private final class Worker implements Runnable {
      @Override
      public void run() {
        print(name);
      }
    }
  }

  public static class ThisPassedToANamedTask {
    private int count;

    public ThisPassedToANamedTask() {
      // BUG: SpawnInConstructor: ThisPassedToANamedTask
      new Thread(new Ticker(this)).start();
    }

    void tick() {
      count++;
    }
  }

  private record Ticker(ThisPassedToANamedTask owner) implements Runnable {
    @Override
    public void run() {
      owner.tick();
    }
  }

  public static class ThroughAMethodOfTheConstructor {
    public ThroughAMethodOfTheConstructor() {
      // BUG: SpawnInConstructor: ThroughAMethodOfTheConstructor
      open();
    }

    private void open() {
      Thread.startVirtualThread(this::poll);
    }

    private void poll() {
      print("poll");
    }
  }

  public static class ThroughTwoMethods {
    public ThroughTwoMethods(boolean eager) {
      if (eager) {
        // BUG: SpawnInConstructor: ThroughTwoMethods
        open();
      }
    }

    private void open() {
      launch("poller");
    }

    private void launch(String name) {
      Thread thread = new Thread(this::poll, name);
      thread.setDaemon(true);
      thread.start();
    }

    private void poll() {
      print("poll");
    }
  }

  public static class InstanceInitializer {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    {
      // BUG: SpawnInConstructor: InstanceInitializer
      Thread.startVirtualThread(() -> print(queue.poll()));
    }
  }

  public static class FieldInitializer {
    // BUG: SpawnInConstructor: FieldInitializer
    private final Future<?> loading = CompletableFuture.runAsync(this::load);

    private void load() {
      print("load " + loading);
    }
  }

  public static class PeriodicTask {
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    public PeriodicTask() {
      // BUG: SpawnInConstructor: PeriodicTask
      timer.scheduleAtFixedRate(this::flush, 1, 1, TimeUnit.SECONDS);
    }

    private void flush() {
      print("flush");
    }
  }

  /** Final, but the thread may read {@code limit} before it is set. */
  public static final class FieldAssignedAfterTheStart {
    private final Thread reader;
    private int limit;

    public FieldAssignedAfterTheStart(int limit) {
      reader = new Thread(this::read);
      // BUG: SpawnInConstructor: FieldAssignedAfterTheStart
      reader.start();
      this.limit = limit;
    }

    private void read() {
      print("up to " + limit + " by " + reader.getName());
    }
  }

  /** The components of a record are set after its compact constructor. */
  public record CompactConstructor(String name) {
    public CompactConstructor {
      // BUG: SpawnInConstructor: CompactConstructor
      Thread.startVirtualThread(this::announce);
    }

    private void announce() {
      print(name);
    }
  }

  public abstract static class TemplateForSubclasses {
    protected TemplateForSubclasses(ExecutorService pool) {
      // BUG: SpawnInConstructor: TemplateForSubclasses
      pool.execute(this::work);
    }

    protected abstract void work();
  }

  private static class PrivateButExtended {
    PrivateButExtended() {
      // BUG: SpawnInConstructor: PrivateButExtended
      new Thread(this::work).start();
    }

    void work() {
      print("base");
    }
  }

  private static final class Extension extends PrivateButExtended {
    private final String name = "extension";

    @Override
    void work() {
      print(name.trim()); // still null when the thread is quick
    }
  }

  public static class GoroutineOfTheObject {
    private final Chan<String> inbox = Chan.make(8);

    public GoroutineOfTheObject() {
      // BUG: SpawnInConstructor: GoroutineOfTheObject
      Go.go(this::receive);
    }

    private void receive() {
      print(inbox.receive());
    }
  }

  public static class GoroutineOfAGroup {
    private final WaitGroup running = new WaitGroup();
    private final Chan<String> inbox = Chan.make(8);

    public GoroutineOfAGroup() {
      // BUG: SpawnInConstructor: GoroutineOfAGroup
      running.go(() -> print(inbox.receive()));
    }
  }

  public static class TimerOfTheObject {
    private final Timer timer = new Timer(true);
    private int beats;

    public TimerOfTheObject() {
      // BUG: SpawnInConstructor: TimerOfTheObject
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              beats++;
            }
          },
          100);
    }
  }

  public static class AnotherConstructorSpawns {
    private final String name;

    public AnotherConstructorSpawns() {
      this("default");
    }

    public AnotherConstructorSpawns(String name) {
      this.name = name;
      // BUG: SpawnInConstructor: AnotherConstructorSpawns
      Thread.startVirtualThread(() -> print(this.name));
    }
  }

  public static class TaskFromAMethod {
    public TaskFromAMethod(ExecutorService pool) {
      // BUG: SpawnInConstructor: TaskFromAMethod
      pool.execute(poller());
    }

    private Runnable poller() {
      return () -> poll();
    }

    protected void poll() {
      print("poll");
    }
  }

  public static class TaskTakenFromAField {
    private final Runnable task = this::poll;

    public TaskTakenFromAField(ExecutorService pool) {
      // BUG: SpawnInConstructor: TaskTakenFromAField
      pool.execute(task);
    }

    private void poll() {
      print("poll");
    }
  }

  // ---- good ----

  public static class StaticFactory {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    private StaticFactory() {}

    public static StaticFactory open() {
      StaticFactory opened = new StaticFactory();
      Thread.startVirtualThread(opened::drain); // after the constructor
      return opened;
    }

    private void drain() {
      print(queue.poll());
    }
  }

  public static class StartMethod {
    private final Thread thread;

    public StartMethod() {
      thread = new Thread(this::poll, "poller"); // created, not started
    }

    public void start() {
      thread.start();
    }

    private void poll() {
      print("poll");
    }
  }

  public static class TaskWithoutThis {
    public TaskWithoutThis() {
      Thread.startVirtualThread(() -> print("warming up"));
    }
  }

  public static class TaskOfParametersOnly {
    private final BlockingQueue<String> queue;

    public TaskOfParametersOnly(BlockingQueue<String> queue) {
      this.queue = queue;
      Thread.startVirtualThread(() -> print(queue.poll())); // the parameter, not the field
    }

    public int size() {
      return queue.size();
    }
  }

  public static class TaskOfAStaticMethod {
    public TaskOfAStaticMethod(ExecutorService pool) {
      pool.execute(TaskOfAStaticMethod::warmUp);
    }

    private static void warmUp() {
      print("warming up");
    }
  }

  public static final class FinalWithTheStartLast {
    private final BlockingQueue<String> queue;
    private final Thread thread;

    public FinalWithTheStartLast() {
      queue = new LinkedBlockingQueue<>();
      thread = new Thread(this::drain);
      thread.start(); // everything is set; start() publishes it
    }

    private void drain() {
      print(queue.poll() + thread.getName());
    }
  }

  private static class PrivateWithoutSubclass {
    private final String name;

    PrivateWithoutSubclass(String name) {
      this.name = name;
      Thread.startVirtualThread(() -> print(this.name)); // nobody can extend it
    }
  }

  public record CanonicalConstructor(String name, int size) {
    public CanonicalConstructor(String name, int size) {
      this.name = name;
      this.size = size;
      Thread.startVirtualThread(this::announce); // a record is final, its fields are set
    }

    private void announce() {
      print(name + size);
    }
  }

  public static class PrivateConstructorsOnly {
    private final String name;

    private PrivateConstructorsOnly(String name) {
      this.name = name;
      Thread.startVirtualThread(this::announce); // cannot be extended from outside
    }

    public static PrivateConstructorsOnly of(String name) {
      return new PrivateConstructorsOnly(name);
    }

    private void announce() {
      print(name);
    }
  }

  public static class ShutdownHook {
    private final Thread hook;

    public ShutdownHook() {
      hook = new Thread(this::close); // not started here
    }

    public void register() {
      Runtime.getRuntime().addShutdownHook(hook);
    }

    private void close() {
      print("closed");
    }
  }

  public static class PoolWithAThreadFactory {
    private final ExecutorService pool;

    public PoolWithAThreadFactory() {
      pool = Executors.newFixedThreadPool(2, task -> new Thread(task, "worker"));
    }

    public void run(Runnable task) {
      pool.execute(task);
    }
  }

  public static class CallbackKeptForLater {
    private final List<Runnable> callbacks = new ArrayList<>();

    public CallbackKeptForLater() {
      callbacks.add(this::refresh); // stored, not started
    }

    private void refresh() {
      print("refresh");
    }
  }

  public static class ConstructorThatRunsATaskItself {
    private final List<String> names = new ArrayList<>();

    public ConstructorThatRunsATaskItself(List<String> given) {
      given.forEach(name -> names.add(name)); // on this thread
    }
  }

  public static class GoroutineOfTheParameterOnly {
    private final Chan<String> out;

    public GoroutineOfTheParameterOnly(Chan<String> in, Chan<String> out) {
      this.out = out;
      Go.go(() -> out.send(in.receive())); // two parameters, no field
    }

    public String next() {
      return out.receive();
    }
  }

  public static final class FinalWithTheGoroutineLast {
    private final Chan<String> inbox;

    public FinalWithTheGoroutineLast(int capacity) {
      inbox = Chan.make(capacity);
      Go.go(this::receive); // everything is set
    }

    private void receive() {
      print(inbox.receive());
    }
  }

  public static class StaticInitializer {
    static {
      Thread.startVirtualThread(() -> print("once per class")); // no object
    }
  }

  public static class TaskOfAnotherObject {
    public TaskOfAnotherObject(StartMethod poller) {
      poller.start(); // that one is finished
    }
  }

  // ---- misses ----

  public static class ThisLeftInARegistry {
    private static final BlockingQueue<ThisLeftInARegistry> OPENED = new LinkedBlockingQueue<>();

    public ThisLeftInARegistry() {
      // MISS: the object escapes to a thread that somebody else started
      OPENED.add(this);
    }
  }

  private static void print(String text) {
    System.out.println(text);
  }
}
