package dev.goguard.runtime;

import static dev.goguard.runtime.ContextException.CANCELED;
import static dev.goguard.runtime.ContextTest.assertEnded;
import static dev.goguard.runtime.ContextTest.assertLive;
import static dev.goguard.runtime.internal.WaitReason.MUTEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.Hchan;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The tree of contexts: who knows whom, for how long, and what one end brings about. */
@Guarded
class ContextTreeTest {
  private static final Context ROOT = Context.background();
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void cancel_child_isForgottenByItsParent() {
    CancelContext parent = Context.withCancel(ROOT);
    final CancelContext direct = Context.withCancel(parent);
    Context value = Context.withValue(parent, Context.Key.of("k"), 1);
    final CancelContext below = Context.withTimeout(value, LONG);
    Context.Stop stop = Context.afterFunc(value, () -> {});
    assertThat(parent.childCount()).isEqualTo(3);
    direct.close();
    below.cancel();
    stop.stop();
    assertThat(parent.childCount()).isZero();
  }

  @Test
  void cancel_parent_forgetsItsChildren() {
    CancelContext parent = Context.withCancel(ROOT);
    Context.withCancel(parent);
    Context.withTimeout(parent, LONG);
    parent.cancel();
    assertThat(parent.childCount()).isZero();
    Context.withCancel(parent);
    assertThat(parent.childCount()).isZero();
  }

  @Test
  void cancel_child_isCollectableWhileItsParentLives() {
    CancelContext parent = Context.withCancel(ROOT);
    WeakReference<Context> child = closedChild(parent);
    while (child.get() != null) {
      System.gc();
    }
    assertLive(parent);
  }

  private static WeakReference<Context> closedChild(Context parent) {
    try (CancelContext child = Context.withTimeout(parent, LONG)) {
      return new WeakReference<>(child);
    }
  }

  @Test
  void cancel_longChain_endsTheLast() {
    CancelContext root = Context.withCancel(ROOT);
    Context last = root;
    for (int i = 0; i < 100_000; i++) {
      last = Context.withCancel(last);
    }
    root.cancel();
    assertThat(last.err()).isSameAs(CANCELED);
  }

  @Test
  void cancel_inRandomLayers_endsWhatIsBelowAndNothingAbove(TestReporter reporter) {
    SplittableRandom random = new Seed(reporter).next();
    List<CancelContext> chain = new ArrayList<>();
    Context last = ROOT;
    for (int i = 0; i < 200; i++) {
      last = Context.withValue(last, Context.Key.of("k"), i);
      if (random.nextBoolean()) {
        chain.add(
            random.nextBoolean() ? Context.withCancel(last) : Context.withTimeout(last, LONG));
        last = chain.getLast();
      }
    }
    int chosen = random.nextInt(chain.size());
    chain.get(chosen).cancel();
    assertThat(chain.subList(0, chosen)).allSatisfy(ContextTest::assertLive);
    assertThat(chain.subList(chosen, chain.size()))
        .allSatisfy(c -> assertEnded(c, CANCELED, CANCELED));
  }

  @Test
  void cancel_crosswise_endsBothWithoutDeadlock() {
    for (int round = 0; round < 100; round++) {
      CancelContext parent = Context.withCancel(ROOT);
      CancelContext child = Context.withCancel(parent);
      WaitGroup wg = new WaitGroup();
      wg.go(parent::cancel);
      wg.go(child::cancel);
      wg.go(() -> parent.done().receive());
      wg.go(() -> child.done().receive());
      wg.await();
      assertEnded(child, CANCELED, CANCELED);
    }
  }

  @Test
  void cancel_cancelledByAFunctionOfTheParent_doesNotDeadlock() {
    CancelContext parent = Context.withCancel(ROOT);
    CancelContext child = Context.withCancel(parent);
    WaitGroup wg = new WaitGroup();
    wg.go(() -> {
      parent.done().receive();
      child.cancel();
    });
    parent.cancel();
    wg.await();
    assertEnded(child, CANCELED, CANCELED);
  }

  @Test
  void cancel_again_returnsNotBeforeAllHaveEnded() {
    for (int round = 0; round < 100; round++) {
      CancelContext parent = Context.withCancel(ROOT);
      CancelContext last = Context.withCancel(Context.withCancel(Context.withCancel(parent)));
      WaitGroup wg = new WaitGroup();
      for (int i = 0; i < 3; i++) {
        wg.go(() -> {
          parent.cancel();
          assertEnded(last, CANCELED, CANCELED);
        });
      }
      wg.await();
    }
  }

  @Test
  void err_ended_doneIsClosed() {
    for (int round = 0; round < 200; round++) {
      CancelContext context = Context.withCancel(ROOT);
      WaitGroup wg = new WaitGroup();
      wg.go(context::cancel);
      while (context.err() == null) {
        Thread.yield();
      }
      assertThat(context.done().tryReceive()).isEqualTo(new Received<>(null, false));
      wg.await();
    }
  }

  /** The end is written before done is closed; who sees it in between has to wait. */
  @Test
  void err_endedButNotYetDone_waitsUntilDone() throws Exception {
    CancelContext context = Context.withCancel(ROOT);
    Hchan done = Chan.core(context.done());
    done.lock();
    final Thread canceling = GoStatement.start(context::cancel);
    Private.awaitInside(canceling, "lockSlowPath");
    final Thread reading = Parked.go(MUTEX, () -> assertEnded(context, CANCELED, CANCELED));
    done.unlock();
    canceling.join();
    reading.join();
    assertEnded(context, CANCELED, CANCELED);
  }

  @Test
  void chain_veryLong_isSearchedWithoutRecursion() {
    Context.Key<Integer> key = Context.Key.of("k");
    CancelContext root = Context.withTimeout(Context.withValue(ROOT, key, 1), LONG);
    Context last = root;
    for (int i = 0; i < 100_000; i++) {
      last = Context.withValue(last, Context.Key.of("other"), i);
    }
    for (int i = 0; i < 100_000; i++) {
      last = Context.withCancel(last);
    }
    assertThat(last.value(key)).isEqualTo(1);
    assertThat(last.deadline()).isEqualTo(root.deadline()).isPresent();
    assertThat(last.toString()).startsWith("context.Background.WithValue(k, ");
    root.cancel();
    assertThat(last.err()).isSameAs(CANCELED);
  }

  @Test
  void values_veryMany_shareTheEndOfTheirAncestor() {
    CancelContext root = Context.withCancel(ROOT);
    Context last = root;
    for (int i = 0; i < 100_000; i++) {
      last = Context.withValue(last, Context.Key.of("other"), i);
    }
    assertLive(last);
    root.cancel();
    assertEnded(last, CANCELED, CANCELED);
  }
}
