package golden;

import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Statements {
  private final ReentrantLock lock = new ReentrantLock();
  private int state;

  int branches(int n) {
    ;
    if (n > 1) return 1;
    if (n > 2) {
      state = 1;
    } else if (n > 3) state = 2;
    else {
      state = 3;
    }
    if (n > 4) ;
    {
      int n2 = n;
      state = n2;
    }
    return state;
  }

  void loops(List<String> names, int[] numbers) {
    for (int i = 0, n = numbers.length; i < n; i++, n--) {
      state += numbers[i];
    }
    int i, j;
    for (i = 0, j = 1; i < j; ) i = j;
    for (; ; ) {
      break;
    }
    for (final String name : names) state += name.length();
    for (int number : numbers) {
      if (number == 0) continue;
      state = number;
    }
    while (state > 0) state--;
    do {
      int inside = state;
      state = inside - 1;
    } while (state > -10);
    outer:
    for (String name : names) {
      while (true) {
        if (name.isEmpty()) continue outer;
        break outer;
      }
    }
    block:
    {
      if (state == 0) break block;
      state = 1;
    }
  }

  void exceptions(Reader given) throws Exception {
    lock.lock();
    try {
      state++;
    } finally {
      lock.unlock();
    }
    try (Reader first = new StringReader("a"); given) {
      first.read();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Exception("wrapped", e);
    }
  }

  synchronized int monitors(Object other) {
    synchronized (other) {
      synchronized (Statements.class) {
        other.notifyAll();
      }
    }
    assert state > 0;
    assert state < 9 : "state " + state;
    return state;
  }

  int switches(int n, String s, Level level) {
    switch (n) {
      case 1:
      case 2:
        state = 1;
        break;
      default:
        int local = n;
        state = local;
    }
    switch (level) {
      case LOW:
        return 1;
      case HIGH:
        state = 2;
    }
    switch (s) {
      case "a", "b" -> state = 1;
      case "c" -> {
        state = 2;
        state = 3;
      }
      default -> throw new IllegalStateException(s);
    }
    int old =
        switch (n) {
          case 1:
            yield 2;
          case 2: {
            int twice = n * 2;
            yield twice;
          }
          default:
            yield 0;
        };
    return switch (level) {
      case LOW -> old;
      case HIGH -> {
        state = 4;
        yield state;
      }
    };
  }

  enum Level {
    LOW,
    HIGH
  }
}
