package dev.goguard.runtime.interleavings;

import static dev.goguard.runtime.interleavings.Threads.check;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.GoInterruptedException;
import dev.goguard.runtime.GoPanic;
import dev.goguard.runtime.Received;

/** What channels promise, each in a few operations. */
enum ChanProgram implements Program {
  ONE_SENDER_KEEPS_ITS_ORDER {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      int[] got = new int[3];
      Threads.all(() -> sendAll(ch, 1, 2, 3), () -> receiveAll(ch, got));
      check(got[0] == 1 && got[1] == 2 && got[2] == 3, got[0], got[1], got[2]);
    }
  },

  TWO_SENDERS_AND_TWO_RECEIVERS_MEET {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      int[] a = new int[1];
      int[] b = new int[1];
      Threads.all(
          () -> ch.send(1), () -> ch.send(2), () -> receiveAll(ch, a), () -> receiveAll(ch, b));
      check(a[0] + b[0] == 3 && a[0] * b[0] == 2, a[0], b[0]);
      check(ch.len() == 0, ch);
    }
  },

  SEND_HAPPENS_BEFORE_RECEIVE {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      int[] plain = new int[1];
      Threads.all(
          () -> {
            plain[0] = 42;
            ch.send(1);
          },
          () -> {
            ch.receive();
            check(plain[0] == 42, plain[0]);
          });
    }
  },

  CLOSE_WAKES_EVERY_RECEIVER {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      Runnable receiver = () -> check(!ch.receiveOk().ok());
      Threads.all(receiver, receiver, ch::close);
    }
  },

  CLOSE_LETS_EARLIER_ELEMENTS_THROUGH {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      int[] got = new int[1];
      Threads.all(
          () -> {
            sendAll(ch, 1, 2);
            ch.close();
          },
          () -> ch.forEach(v -> got[0] = got[0] * 10 + v));
      check(got[0] == 12, got[0]);
    }
  },

  CLOSE_LETS_A_SEND_SUCCEED_OR_PANIC {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      boolean[] sent = new boolean[1];
      Threads.all(() -> sent[0] = sendOrPanic(ch), ch::close);
      Received<Integer> left = ch.receiveOk();
      check(left.ok() == sent[0] && (capacity > 0 || !sent[0]), sent[0], left);
    }
  },

  TRIES_NEVER_LOSE_AN_ELEMENT {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      int[] got = new int[1];
      boolean[] sent = new boolean[1];
      Threads.all(() -> sent[0] = ch.trySend(1), () -> got[0] = elementOf(ch.tryReceive()));
      int left = elementOf(ch.tryReceive());
      check(got[0] + left == (sent[0] ? 1 : 0), sent[0], got[0], left);
    }
  },

  A_TRY_COMPLETES_A_PARKED_SEND {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      int[] tried = new int[1];
      int[] got = new int[2];
      Threads.all(
          () -> sendAll(ch, 1, 2),
          () -> {
            tried[0] = elementOf(ch.tryReceive());
            got[0] = tried[0] == 0 ? ch.receive() : tried[0];
          },
          () -> got[1] = ch.receive());
      check(got[0] + got[1] == 3 && ch.len() == 0, tried[0], got[0], got[1]);
    }
  },

  AN_INTERRUPTED_RECEIVE_TAKES_NOTHING {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      int[] got = new int[1];
      Thread receiver = Threads.start(() -> got[0] = receiveOrInterrupted(ch));
      Thread interrupter = Threads.start(receiver::interrupt);
      boolean sent = ch.trySend(1);
      Threads.join(interrupter);
      Threads.join(receiver);
      check(got[0] + elementOf(ch.tryReceive()) == (sent ? 1 : 0), sent, got[0]);
    }
  };

  private static void sendAll(Chan<Integer> ch, int... elements) {
    for (int element : elements) {
      ch.send(element);
    }
  }

  private static void receiveAll(Chan<Integer> ch, int[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = ch.receive();
    }
  }

  private static boolean sendOrPanic(Chan<Integer> ch) {
    try {
      ch.send(1);
      return true;
    } catch (GoPanic closed) {
      return false;
    }
  }

  private static int receiveOrInterrupted(Chan<Integer> ch) {
    try {
      return ch.receive();
    } catch (GoInterruptedException e) {
      return 0;
    }
  }

  private static int elementOf(Received<Integer> received) {
    return received == null ? 0 : received.value();
  }
}
