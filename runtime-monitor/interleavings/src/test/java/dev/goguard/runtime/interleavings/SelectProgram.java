package dev.goguard.runtime.interleavings;

import static dev.goguard.runtime.interleavings.Threads.check;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.GoPanic;
import dev.goguard.runtime.Select;

/** What select promises: one case is chosen, and only its operation takes place. */
enum SelectProgram implements Program {
  ONE_RECEIVE_OF_TWO_TAKES_PLACE {
    @Override
    public void run(int capacity) {
      Chan<Integer> a = Chan.make(capacity);
      Chan<Integer> b = Chan.make(capacity);
      int[] got = new int[2];
      Threads.all(() -> a.send(1), () -> b.send(2), () -> {
        receiveEither(a, b, got);
        receiveEither(a, b, got);
      });
      check(got[0] == 1 && got[1] == 2, got[0], got[1]);
    }
  },

  THE_SAME_CHANNEL_TWICE_IS_ONE_RECEIVE {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      int[] got = new int[2];
      Threads.all(() -> ch.send(1), () -> ch.send(2), () -> {
        receiveEither(ch, ch, got);
        receiveEither(ch, ch, got);
      });
      check(got[0] + got[1] == 3 && ch.len() == 0, got[0], got[1]);
    }
  },

  TWO_SELECTS_MEET_IN_ONE_CHANNEL {
    @Override
    public void run(int capacity) {
      Chan<Integer> a = Chan.make(capacity);
      Chan<Integer> b = Chan.make(capacity);
      int[] sent = new int[2];
      int[] got = new int[2];
      Threads.all(() -> sendEither(a, b, sent), () -> receiveEither(a, b, got));
      check(sent[0] == got[0] && sent[1] == got[1] && sent[0] + sent[1] == 1, sent[0], got[0]);
      check(a.len() + b.len() == 0, a, b);
    }
  },

  CROSSED_SELECTS_DO_NOT_DEADLOCK {
    @Override
    public void run(int capacity) {
      Chan<Integer> a = Chan.make(capacity);
      Chan<Integer> b = Chan.make(capacity);
      Runnable one =
          () -> Select.of(a.onSend(1, () -> {}), b.onReceive(v -> {})).run();
      Runnable two =
          () -> Select.of(b.onSend(1, () -> {}), a.onReceive(v -> {})).run();
      Threads.all(one, two);
    }
  },

  A_LOSING_SEND_LEAVES_NOTHING_BEHIND {
    @Override
    public void run(int capacity) {
      Chan<Integer> a = Chan.make();
      Chan<Integer> b = Chan.make();
      int[] sent = new int[2];
      int[] got = new int[2];
      Threads.all(() -> sendEither(a, b, sent), () -> receiveEither(a, b, got));
      check(a.tryReceive() == null && b.tryReceive() == null, sent[0], sent[1]);
    }
  },

  CLOSE_DURING_SELECT_IS_SEEN_ONCE {
    @Override
    public void run(int capacity) {
      Chan<Integer> a = Chan.make(capacity);
      Chan<Integer> b = Chan.make(capacity);
      int[] chosen = new int[1];
      Threads.all(a::close, b::close, () -> receiveClosed(a, b, chosen));
      check(chosen[0] == 1, chosen[0]);
    }
  },

  CLOSE_DURING_SELECT_MAKES_A_SEND_PANIC {
    @Override
    public void run(int capacity) {
      Chan<Integer> a = Chan.make(capacity);
      Chan<Integer> b = Chan.make(capacity);
      int[] sent = new int[2];
      Threads.all(a::close, () -> sendEitherOrPanic(a, b, sent));
      check(sent[0] + sent[1] <= 1 && b.len() == sent[1] && a.len() == sent[0], sent[0], sent[1]);
    }
  },

  A_DEFAULT_CASE_NEVER_LOSES_AN_ELEMENT {
    @Override
    public void run(int capacity) {
      Chan<Integer> ch = Chan.make(capacity);
      int[] got = new int[2];
      Threads.all(() -> ch.send(1), () -> {
        Select.of(ch.onReceive(v -> got[0] = v)).orElse(() -> {}).run();
        got[1] = got[0] == 0 ? ch.receive() : 0;
      });
      check(got[0] + got[1] == 1 && ch.len() == 0, got[0], got[1]);
    }
  };

  private static void receiveEither(Chan<Integer> a, Chan<Integer> b, int[] got) {
    Select.of(a.onReceive(v -> got[0] += v), b.onReceive(v -> got[1] += v)).run();
  }

  private static void sendEither(Chan<Integer> a, Chan<Integer> b, int[] sent) {
    Select.of(a.onSend(1, () -> sent[0]++), b.onSend(1, () -> sent[1]++)).run();
  }

  private static void sendEitherOrPanic(Chan<Integer> a, Chan<Integer> b, int[] sent) {
    try {
      sendEither(a, b, sent);
    } catch (GoPanic closed) {
      check(sent[0] + sent[1] == 0);
    }
  }

  private static void receiveClosed(Chan<Integer> a, Chan<Integer> b, int[] chosen) {
    Select.of(a.onReceiveOk(r -> chosen[0]++), b.onReceiveOk(r -> chosen[0]++)).run();
  }
}
