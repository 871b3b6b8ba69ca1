package dev.goguard.benchmarks.runtime;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoRuntime;
import dev.goguard.runtime.LoopCase;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** GoGuard's goroutines, on the scheduler that the JVM was started with. */
final class GoGuardPeer extends Peer {

  @Override
  void run(Task main) {
    Go.run(main);
  }

  @Override
  void go(Task task) {
    Go.go(task);
  }

  @Override
  void goAndJoin(Task task) {
    var end = new WaitGroup();
    end.go(task);
    end.await();
  }

  @Override
  Pipe pipe(int capacity) {
    return new ChanPipe(Chan.make(capacity));
  }

  /** The loop form, made for this: its cases are set up once. */
  @Override
  long selectSum(Pipe[] pipes, int receives) {
    var loop = Select.loop();
    var cases = new ArrayList<LoopCase.Receive<Integer>>();
    for (var pipe : pipes) {
      cases.add(loop.receive(((ChanPipe) pipe).chan));
    }
    long sum = 0;
    for (int i = 0; i < receives; i++) {
      sum += cases.get(loop.select()).value();
    }
    return sum;
  }

  @Override
  Exclusion exclusion() {
    return new MutexExclusion();
  }

  @Override
  Group group(int goroutines) {
    return new WaitGroupGroup();
  }

  @Override
  void yieldNow() {
    GoRuntime.gosched();
  }

  @Override
  Object park(AtomicInteger started) {
    var chan = Chan.<Integer>make();
    Go.go(() -> {
      started.incrementAndGet();
      chan.receive();
    });
    return chan;
  }

  private static final class ChanPipe extends Pipe {
    private final Chan<Integer> chan;

    ChanPipe(Chan<Integer> chan) {
      this.chan = chan;
    }

    @Override
    void send(int value) {
      chan.send(value);
    }

    @Override
    int receive() {
      return chan.receive();
    }
  }

  private static final class MutexExclusion extends Exclusion {
    private final Mutex mutex = new Mutex();

    @Override
    void lock() {
      mutex.lock();
    }

    @Override
    void unlock() {
      mutex.unlock();
    }
  }

  private static final class WaitGroupGroup extends Group {
    private final WaitGroup group = new WaitGroup();

    @Override
    void await() {
      group.await();
    }

    @Override
    void go(Task task) {
      group.go(task);
    }
  }
}
