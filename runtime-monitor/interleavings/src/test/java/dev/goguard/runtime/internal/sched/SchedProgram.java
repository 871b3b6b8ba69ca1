package dev.goguard.runtime.internal.sched;

import static dev.goguard.runtime.interleavings.Threads.check;

import dev.goguard.runtime.interleavings.Program;
import dev.goguard.runtime.interleavings.Threads;
import java.util.concurrent.atomic.AtomicInteger;

/** What the scheduler's queues promise: whatever is queued is taken once. */
public enum SchedProgram implements Program {
  /** Two thieves help themselves while the owner pushes and takes. */
  A_RUN_QUEUE_GIVES_EACH_ONCE {
    @Override
    public void run(int capacity) {
      RunQueue queue = new RunQueue();
      Taken[] all = Taken.make(4);
      queue.push(all[0]);
      queue.push(all[1]);
      Runnable owner = () -> {
        queue.push(all[2]);
        Taken.take(queue.poll());
        queue.push(all[3]);
      };
      Threads.all(owner, () -> steal(queue), () -> steal(queue));
      drain(queue);
      Taken.checkOnce(all);
    }
  },

  /** A thief is after what the owner is to run next, and after what that drove out. */
  RUNNEXT_IS_TAKEN_ONCE {
    @Override
    public void run(int capacity) {
      GlobalQueue global = new GlobalQueue();
      Processor victim = new Processor(global);
      Taken[] all = Taken.make(3);
      victim.countTick(); // else it looks at the global queue first
      Runnable owner = () -> {
        for (Taken goroutine : all) {
          victim.ready(goroutine);
        }
        Taken.take(victim.poll());
      };
      Processor thief = new Processor(global);
      Runnable stealing = () -> {
        Taken.take(thief.stealNextFrom(victim));
        Taken.take(thief.stealFrom(victim));
        drain(thief);
      };
      Threads.all(owner, stealing);
      drain(victim);
      Taken.checkOnce(all);
    }
  },

  /** Sysmon empties a processor that was handed off while its goroutine makes others ready. */
  A_FLUSH_LOSES_NOTHING {
    @Override
    public void run(int capacity) {
      GlobalQueue global = new GlobalQueue();
      Processor processor = new Processor(global);
      Taken[] all = Taken.make(3);
      processor.ready(all[0]);
      Runnable owner = () -> {
        processor.ready(all[1]);
        processor.ready(all[2]);
      };
      Threads.all(owner, () -> processor.flush(new Runnable[RunQueue.CAPACITY]));
      drain(processor);
      drain(global);
      Taken.checkOnce(all);
    }
  },

  /** Two processors share the global queue while somebody outside adds to it. */
  A_GLOBAL_QUEUE_GIVES_EACH_ONCE {
    @Override
    public void run(int capacity) {
      GlobalQueue global = new GlobalQueue();
      Taken[] all = Taken.make(3);
      global.addAll(new Runnable[] {all[0], all[1]}, 2);
      Runnable sharer = () -> {
        Processor processor = new Processor(global);
        Taken.take(processor.pollGlobal(2));
        drain(processor.queue());
      };
      Threads.all(sharer, sharer, () -> global.add(all[2]));
      drain(global);
      Taken.checkOnce(all);
    }
  };

  /** A goroutine that counts how often it was taken. */
  private record Taken(AtomicInteger times) implements Runnable {
    static Taken[] make(int n) {
      Taken[] all = new Taken[n];
      for (int i = 0; i < n; i++) {
        all[i] = new Taken(new AtomicInteger());
      }
      return all;
    }

    static void take(Runnable goroutine) {
      if (goroutine != null) {
        goroutine.run();
      }
    }

    static void checkOnce(Taken[] all) {
      for (Taken goroutine : all) {
        check(goroutine.times.get() == 1, (Object[]) all);
      }
    }

    @Override
    public void run() {
      times.incrementAndGet();
    }
  }

  private static void steal(RunQueue queue) {
    Runnable[] into = new Runnable[RunQueue.CAPACITY];
    int n = queue.grabHalf(into);
    for (int i = 0; i < n; i++) {
      Taken.take(into[i]);
    }
  }

  private static void drain(RunQueue queue) {
    for (Runnable left = queue.poll(); left != null; left = queue.poll()) {
      left.run();
    }
  }

  private static void drain(Processor processor) {
    for (Runnable left = processor.poll(); left != null; left = processor.poll()) {
      left.run();
    }
  }

  private static void drain(GlobalQueue global) {
    for (Runnable left = global.poll(); left != null; left = global.poll()) {
      left.run();
    }
  }
}
