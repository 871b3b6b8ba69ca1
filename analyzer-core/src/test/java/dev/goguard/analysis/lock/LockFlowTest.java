package dev.goguard.analysis.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockFlowTest {
  private static final String CLASS = """
      class A {
        private final ReentrantLock lock = new ReentrantLock();
        private final ReadWriteLock rw = new ReentrantReadWriteLock();
        private final Semaphore permits = new Semaphore(1);
        boolean p;
        A next;
        Lock mutable = lock;
        Lock get() { return lock; }
        void here() {}
        void g() { throw new IllegalStateException(); }
        void begin() { lock.lock(); }
        void end() { lock.unlock(); }
        void whole() { lock.lock(); lock.unlock(); }
        void take(Lock l) { l.lock(); }
        void failing() { lock.lock(); g(); }
        void giveAndFail() { lock.unlock(); g(); }
        boolean tryBegin() { return lock.tryLock(); }
        void m(A a, A b, Lock given) throws Exception {
      """;

  /** The locks surely held where these statements call here(). */
  private static List<String> held(String statements) {
    return Code.texts(stateAt(statements).held());
  }

  private static LockState stateAt(String statements) {
    Code code = Code.of(CLASS + statements + "}}");
    Cfg cfg = code.cfg("m");
    return code.analyses()
        .lockFlow(cfg.body())
        .heldBefore(cfg)
        .get(Code.callNode(cfg, "here").id());
  }

  @Test
  void heldBefore_lockTakenTwiceGivenBackOnce_isHeld() {
    assertThat(held("lock.lock(); lock.lock(); lock.unlock(); here();")).containsExactly("lock");
    assertThat(held("lock.lock(); lock.lock(); lock.unlock(); lock.unlock(); here();"))
        .isEmpty();
  }

  @Test
  void heldBefore_monitor_isHeldInside() {
    assertThat(held("synchronized (this) { synchronized (a) { here(); } }"))
        .containsExactly("a", "this");
    assertThat(held("synchronized (this) { } here();")).isEmpty();
  }

  @Test
  void heldBefore_oneBranchOnly_isNotSure() {
    assertThat(held("if (p) lock.lock(); here();")).isEmpty();
    assertThat(held("if (p) lock.lock(); else lock.lock(); here();")).containsExactly("lock");
  }

  @Test
  void heldBefore_views_areLocksOfTheirOwn() {
    assertThat(held("rw.readLock().lock(); rw.writeLock().lock(); rw.readLock().unlock(); here();"))
        .containsExactly("rw.writeLock()");
  }

  @Test
  void tryLock_branches_decide() {
    assertThat(held("if (lock.tryLock()) here();")).containsExactly("lock");
    assertThat(held("if (!lock.tryLock()) here();")).isEmpty();
    assertThat(held("if (!lock.tryLock()) return; here();")).containsExactly("lock");
    assertThat(held("lock.tryLock(); here();")).isEmpty();
  }

  @Test
  void tryLock_comparedOrInAConjunction_decides() {
    assertThat(held("if (lock.tryLock() == false) return; here();")).containsExactly("lock");
    assertThat(held("if (p && lock.tryLock(1, TimeUnit.SECONDS)) here();")).containsExactly("lock");
    assertThat(held("if (p || lock.tryLock()) here();")).isEmpty();
  }

  @Test
  void tryLock_loopUntilTaken_holdsOnceBehindIt() {
    LockState state = stateAt("while (!lock.tryLock()) { Thread.sleep(1); } here();");
    assertThat(Code.texts(state.held())).containsExactly("lock");
    assertThat(state.counts().values()).containsExactly(1);
  }

  @Test
  void tryLock_inEachTurn_isDecidedAnew() {
    assertThat(held("while (true) { if (!lock.tryLock()) continue; here(); lock.unlock(); }"))
        .containsExactly("lock");
  }

  @Test
  void tryLock_storedAnswer_decidesWhereItIsTested() {
    assertThat(held("boolean got = lock.tryLock(); if (got) here();")).containsExactly("lock");
    assertThat(held("boolean got; if (got = lock.tryLock()) here();")).containsExactly("lock");
    LockState twice = stateAt("boolean got = lock.tryLock(); if (got) { if (got) { here(); } }");
    assertThat(twice.counts().values()).containsExactly(1);
  }

  @Test
  void aliases_ofFinalFields_areTheSameLock() {
    assertThat(held("Lock l = lock; l.lock(); lock.unlock(); here();")).isEmpty();
    assertThat(held("Lock l = get(); l.lock(); lock.unlock(); here();")).isEmpty();
    assertThat(held("((Lock) lock).lock(); here();")).containsExactly("lock");
  }

  @Test
  void aliases_ofChangingFields_areNot() {
    assertThat(held("Lock l = mutable; l.lock(); mutable.unlock(); here();")).containsExactly("l");
  }

  @Test
  void handOverHand_reassignedLocal_carriesTheLockOn() {
    assertThat(held("""
        A at = a; at.lock.lock();
        A after = b; after.lock.lock(); at.lock.unlock();
        at = after;
        here();
        """)).containsExactly("at.lock");
    assertThat(held("""
        A at = a; at.lock.lock();
        A after = b; after.lock.lock(); at.lock.unlock();
        at = after; at.lock.unlock();
        here();
        """)).isEmpty();
  }

  @Test
  void reassignedLocal_losesSightOfItsLock() {
    assertThat(held("A at = a; at.lock.lock(); at = b; here();")).isEmpty();
  }

  @Test
  void calls_ofWrappers_doWhatTheirBodyDoes() {
    assertThat(held("begin(); here();")).containsExactly("lock");
    assertThat(held("begin(); end(); here();")).isEmpty();
    assertThat(held("whole(); here();")).isEmpty();
    assertThat(held("a.begin(); here();")).containsExactly("a.lock");
    assertThat(held("take(given); here();")).containsExactly("given");
  }

  @Test
  void calls_thatThrow_haveGivenBackButNotTaken() {
    assertThat(held("try { failing(); } catch (IllegalStateException e) { here(); }"))
        .isEmpty();
    LockState given =
        stateAt("lock.lock(); try { end(); g(); } catch (IllegalStateException e) { here(); }");
    assertThat(given.held()).isEmpty();
  }

  @Test
  void lock_asFirstStatementOfTry_isTakenInHandler() {
    assertThat(held("lock.lock(); try { g(); } finally { here(); }")).containsExactly("lock");
  }

  @Test
  void release_withoutAcquire_countsBelowZero() {
    LockState state = stateAt("lock.unlock(); lock.unlock(); here();");
    assertThat(state.counts().values()).containsExactly(-1);
    assertThat(state.held()).isEmpty();
  }
}
