package dev.goguard.runtime.internal.goroutine;

import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.jfr.GoroutineEvents;
import dev.goguard.runtime.internal.sched.SchedTrace;
import dev.goguard.runtime.internal.sched.Scheduler;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A goroutine: what its thread runs, from the {@code go} statement to its end.
 *
 * <p>It is reachable from its thread only. Its number is the thread's, so dumps of the JDK and ours
 * name the same thing by the same number, and no counter is needed.
 */
public abstract class Goroutine implements Runnable {
  /** Whether any goroutine has ever had labels: until then a spawn need not ask for its parent. */
  private static volatile boolean labelsInUse;

  private static final VarHandle LABELS;

  static {
    try {
      LABELS = MethodHandles.lookup().findVarHandle(Goroutine.class, "labels", SortedMap.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
    WaitAges.start();
    SchedTrace.startIfAsked();
  }

  private final Creation creation = Creation.current();
  private Thread thread; // set once, before the thread starts

  /** Null for none. Written by the goroutine itself, read by dumps; plain until it starts. */
  private SortedMap<String, String> labels = inherited();

  /** Creates a goroutine, to be started once; it inherits the labels of the current one. */
  protected Goroutine() {}

  /** The goroutine that the current thread runs, or null. */
  public static Goroutine current() {
    return Registry.find(Thread.currentThread());
  }

  /** How many goroutines have been started and have not ended. */
  public static int count() {
    return Registry.size();
  }

  /** The number in dumps and panics. */
  public long number() {
    return thread.threadId();
  }

  /** The thread that runs it. */
  final Thread thread() {
    return thread;
  }

  /** Where it was created; null outside debug mode. */
  final Creation creation() {
    return creation;
  }

  private static SortedMap<String, String> inherited() {
    Goroutine parent = labelsInUse ? current() : null;
    return parent == null ? null : parent.labels; // plain: the parent is the current goroutine
  }

  /** The labels, which are not modifiable. */
  public final SortedMap<String, String> labels() {
    // Acquire: pairs with the release in setLabels, so the map's contents are visible.
    Object own = LABELS.getAcquire(this);
    return own == null ? Collections.emptySortedMap() : labels(own);
  }

  @SuppressWarnings("unchecked")
  private static SortedMap<String, String> labels(Object map) {
    return (SortedMap<String, String>) map;
  }

  /** Replaces the labels by a copy of the given ones, which contain no null. */
  public final void setLabels(Map<String, String> labels) {
    labels.forEach(Goroutine::checkLabel);
    labelsInUse = true;
    SortedMap<String, String> copy = new TreeMap<>(labels);
    // Release: pairs with the acquire in labels.
    LABELS.setRelease(this, copy.isEmpty() ? null : Collections.unmodifiableSortedMap(copy));
  }

  private static void checkLabel(String key, String value) {
    Objects.requireNonNull(key, "the key of a label is null");
    if (value == null) {
      throw new NullPointerException("the value of the label \"" + key + "\" is null");
    }
  }

  /** What the goroutine is for. */
  protected abstract void body() throws Exception;

  /** Treats what the body has thrown. */
  protected abstract void unrecovered(Throwable panic);

  /** Notes that the body has called {@code goexit}, which counts as a normal end. */
  protected void exited() {}

  /** What is done last, even after a panic; the goroutine does not count any more. */
  protected abstract void end();

  /** Starts the goroutine on the scheduler. The thread is for the caller's eyes only. */
  public final Thread start(String name) {
    return start(newThread(), name);
  }

  /** The one place where threads of goroutines come from, but for those wired to their own. */
  private Thread newThread() {
    return Scheduler.current().newThread(this);
  }

  /** Starts the goroutine on a daemon thread of its own. */
  public final Thread startWired(String name) {
    // Without the empty name the JDK would invent one, such as Thread-0.
    Thread own = Thread.ofPlatform().name("").daemon().unstarted(this);

    return start(own, name);
  }

  private Thread start(Thread unstarted, String name) {
    thread = unstarted;
    if (name != null) {
      unstarted.setName(name);
    }
    Registry.add(this, unstarted.threadId());
    SyncEvents.fork(unstarted);
    GoroutineEvents.spawn(number());
    startOrForget(unstarted);
    return unstarted;
  }

  /** A thread that cannot be started, for want of memory or a scheduler, is no goroutine. */
  private static void startOrForget(Thread unstarted) {
    boolean started = false;
    try {
      unstarted.start();
      started = true;
    } finally {
      if (!started) {
        Registry.remove(unstarted.threadId());
      }
    }
  }

  @Override
  public final void run() {
    GoroutineEvents.start(number());
    try {
      body();
    } catch (Goexit exit) {
      exited();
    } catch (Throwable panic) {
      unrecovered(panic);
    } finally {
      finish();
    }
  }

  /** Does what comes last, whose failure is a panic like that of the body. */
  private void finish() {
    try {
      OsThread.release(thread);
      Registry.remove(thread.threadId());
      end();
    } catch (Throwable panic) {
      unrecovered(panic);
    } finally {
      GoroutineEvents.end(number());
    }
  }
}
