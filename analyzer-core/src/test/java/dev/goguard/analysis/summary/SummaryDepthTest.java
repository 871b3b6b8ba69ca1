package dev.goguard.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.lock.KeptLock;
import dev.goguard.analysis.lock.LockChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryDepthTest {
  private static final String HEAD = """
      class A {
        private final ReentrantLock lock = new ReentrantLock();
        void m(boolean b) {
          lock.lock();
          if (b) { lock.unlock(); return; }
          r1();
        }
      """;

  /** {@code r1} to {@code r<length>}, the last of which unlocks. */
  private static List<String> chain(int length) {
    List<String> methods = new ArrayList<>(IntStream.range(1, length)
        .mapToObj(i -> "void r%d() { r%d(); }".formatted(i, i + 1))
        .toList());
    methods.add("void r%d() { lock.unlock(); }".formatted(length));
    return methods;
  }

  private static Code code(List<String> methods) {
    return Code.of(HEAD + String.join("\n", methods) + "}");
  }

  private static List<KeptLock> kept(Code code) {
    Cfg cfg = code.cfg("m");
    return code.analyses().keptLocks().in(cfg, code.analyses().lockFlow(cfg.body()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 7, 8, 12})
  void keptLocks_releaseManyCallsDown_isNoReport(int length) {
    assertThat(kept(code(chain(length)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 12})
  void lockChanges_whateverWasAskedBefore_areTheSame(int length) {
    List<String> methods = chain(length);
    Code topFirst = code(methods);
    List<LockChange> straight = changesOfFirst(topFirst);
    Collections.reverse(methods);
    Code bottomFirst = code(methods);
    for (int i = length; i > 1; i--) {
      bottomFirst.analyses().summaries().lockChanges(bottomFirst.cfg("r" + i).body());
    }
    assertThat(changesOfFirst(bottomFirst)).hasToString(straight.toString()).isNotEmpty();
  }

  private static List<LockChange> changesOfFirst(Code code) {
    return code.analyses().summaries().lockChanges(code.cfg("r1").body());
  }
}
