package dev.goguard.runtime.soak;

import dev.goguard.runtime.CancelContext;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Context;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoInterruptedException;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;
import dev.goguard.runtime.soak.Tally.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Something small with goroutines of its own, which has to come out right. */
enum Errand {
  /** A producer sends some numbers and closes. */
  CLOSE {
    @Override
    void run(Soak soak, SplittableRandom random) {
      int n = random.nextInt(20);
      Chan<Integer> ch = Chan.make(random.nextInt(3));
      Go.go(() -> {
        for (int i = 0; i < n; i++) {
          ch.send(i);
        }
        ch.close();
      });
      int expected = 0;
      for (int element : ch) {
        check(element == expected++, element, expected);
      }
      check(expected == n, expected, n);
      soak.tally.count(Operation.CLOSE);
    }
  },

  /** Children write what the parent reads after waiting. */
  WAIT_GROUP {
    @Override
    void run(Soak soak, SplittableRandom random) {
      int[] results = new int[random.nextInt(5)];
      WaitGroup group = new WaitGroup();
      for (int i = 0; i < results.length; i++) {
        int child = i;
        group.go(() -> results[child] = child + 1);
      }
      group.await();
      for (int i = 0; i < results.length; i++) {
        check(results[i] == i + 1, results[i], i);
      }
      soak.tally.count(Operation.WAIT_GROUP);
    }
  },

  /** A child waits for a context that is cancelled. */
  CANCEL {
    @Override
    void run(Soak soak, SplittableRandom random) {
      Chan<Boolean> seen = Chan.make();
      CancelContext context = Context.withCancel(Context.background());
      Go.go(() -> {
        context.done().receive();
        seen.send(context.err() != null);
      });
      context.close();
      check(seen.receive());
      soak.tally.count(Operation.CANCEL);
    }
  },

  /** A context's deadline passes. */
  DEADLINE {
    @Override
    void run(Soak soak, SplittableRandom random) {
      Duration timeout = Duration.ofNanos(random.nextInt(2_000_000));
      try (CancelContext context = Context.withTimeout(Context.background(), timeout)) {
        Select.of(context.done().onReceive(none -> {})).run();
        check(context.err() != null);
      }
      soak.tally.count(Operation.DEADLINE);
    }
  },

  /** A parked receiver is interrupted while an element is sent: it gets it, or it does not. */
  INTERRUPT {
    @Override
    void run(Soak soak, SplittableRandom random) {
      Chan<Thread> started = Chan.make(1);
      Chan<Integer> ch = Chan.make();
      Chan<Boolean> got = Chan.make(1);
      Go.go(() -> {
        started.send(Thread.currentThread());
        got.send(receives(ch));
      });
      started.receive().interrupt();
      boolean sent = ch.trySend(1);
      check(got.receive() == sent, sent);
      soak.tally.count(Operation.INTERRUPT);
    }

    private boolean receives(Chan<Integer> ch) {
      try {
        return ch.receive() == 1;
      } catch (GoInterruptedException e) {
        check(Thread.interrupted());
        return false;
      }
    }
  };

  private static final Errand[] ALL = values();

  abstract void run(Soak soak, SplittableRandom random);

  static Errand random(SplittableRandom random) {
    return ALL[random.nextInt(ALL.length)];
  }

  private static void check(boolean condition, Object... seen) {
    if (!condition) {
      throw new IllegalStateException("seen: " + Arrays.toString(seen));
    }
  }
}
