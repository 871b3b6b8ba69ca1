package dev.goguard.runtime;

import java.util.List;
import java.util.Map;

/**
 * Leaks goroutines that nothing can wake, labels and channels included, and ends once the registry
 * has let go of them while one goroutine that can still be woken is kept.
 */
public final class LeakingProgram {
  private LeakingProgram() {}

  public static void main(String[] args) {
    Chan<Integer> reachable = Chan.make();
    Go.go(reachable::receive);
    for (int i = 0; i < 10; i++) {
      leak(i);
    }
    System.out.print(GoRuntime.numGoroutine() + "\n");
    while (GoRuntime.numGoroutine() > 1) {
      System.gc();
    }
    System.out.print(GoRuntime.numGoroutine() + " " + reachable.len() + "\n");
  }

  private static void leak(int number) {
    Chan<Integer> never = Chan.make();
    List<byte[]> captured = List.of(new byte[1 << 20]);
    Go.go("leak " + number, () -> {
      GoRuntime.setLabels(Map.of("leak", "yes"));
      Select.of(never.onReceive(x -> {}), Chan.<byte[]>nil().onSend(captured.get(0), () -> {}))
          .run();
    });
  }
}
