package dev.goguard.runtime.interleavings;

import static dev.goguard.runtime.interleavings.Mutant.Symptom.FAILS_ITS_CHECK;
import static dev.goguard.runtime.interleavings.Mutant.Symptom.HANGS;
import static dev.goguard.runtime.interleavings.Mutant.Symptom.PANICS;

import dev.goguard.runtime.internal.sched.SchedProgram;
import java.util.List;
import java.util.stream.Stream;

/** Bugs such as one makes, each a line or two, for every primitive. */
final class Mutants {
  private Mutants() {}

  static List<Mutant> all() {
    return Stream.of(channels(), selects(), locks(), scheduler())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> channels() {
    return List.of(
        new Mutant(
            "whoever completes an operation forgets to wake its partner",
            "internal/Waiter.java",
            "w.wait.wake();",
            "",
            ChanProgram.ONE_SENDER_KEEPS_ITS_ORDER,
            0,
            HANGS),
        new Mutant(
            "the channel may change between the look and the queueing",
            "internal/Hchan.java",
            "waiter = new Waiter(WaitReason.CHAN_SEND, value);",
            "unlock();\n      lock();\n      waiter = new Waiter(WaitReason.CHAN_SEND, value);",
            ChanProgram.TWO_SENDERS_AND_TWO_RECEIVERS_MEET,
            0,
            HANGS),
        new Mutant(
            "an interrupt wins although a sender was faster",
            "internal/Hchan.java",
            "if (takeOut(waiter, sends)) {",
            "if (takeOut(waiter, sends) || true) {",
            ChanProgram.AN_INTERRUPTED_RECEIVE_TAKES_NOTHING,
            0,
            FAILS_ITS_CHECK),
        new Mutant(
            "two goroutines hold the spin lock",
            "internal/SpinLock.java",
            "if (!HELD.weakCompareAndSetAcquire(this, false, true)) {\n",
            "if (!(boolean) HELD.getAcquire(this)) {\n      HELD.setRelease(this, true);\n    } else {",
            SyncProgram.A_SPIN_LOCK_ADMITS_ONE,
            0,
            FAILS_ITS_CHECK));
  }

  private static List<Mutant> selects() {
    return List.of(
        new Mutant(
            "a select is claimed by two",
            "internal/Waiter.java",
            "return wait == this || wait.decide(this);",
            "wait.decide(this);\n    return true;",
            SelectProgram.ONE_RECEIVE_OF_TWO_TAKES_PLACE,
            0,
            HANGS),
        new Mutant(
            "a select queues without another look under the locks",
            "internal/Selection.java",
            "int chosen = tryAllLocked();",
            "int chosen = DEFAULT;",
            SelectProgram.ONE_RECEIVE_OF_TWO_TAKES_PLACE,
            0,
            HANGS),
        new Mutant(
            "selects lock in the order of their cases",
            "internal/LockOrder.java",
            "channels[at - 1].id() > channel.id()",
            "false",
            SelectProgram.CROSSED_SELECTS_DO_NOT_DEADLOCK,
            0,
            HANGS));
  }

  private static List<Mutant> locks() {
    return List.of(
        new Mutant(
            "the mutex's chain of wake-ups breaks: others are queued, and nobody knows",
            "internal/RawMutex.java",
            "return waiters.isEmpty() ? LOCKED : CONTENDED;",
            "return LOCKED;",
            SyncProgram.A_MUTEX_ADMITS_ONE,
            0,
            HANGS),
        new Mutant(
            "a locker of the mutex looks, and then writes",
            "internal/RawMutex.java",
            "if (STATE.compareAndSet(this, FREE, lockedState())) {",
            "if (state == FREE) {\n        state = lockedState();",
            SyncProgram.A_WOKEN_LOCKER_COMPETES,
            0,
            PANICS),
        new Mutant(
            "a reader leaves without looking whether a writer waits for it",
            "internal/RawRWMutex.java",
            "if (nobodyInside(before - 1)) {",
            "if (false) {",
            SyncProgram.A_WRITER_EXCLUDES_EVERYBODY,
            0,
            HANGS),
        new Mutant(
            "a reader does not look for a writer's sign",
            "internal/RawRWMutex.java",
            "return getAndAdd(1) >= 0 ?",
            "return getAndAdd(1) != 0 ?",
            SyncProgram.A_WRITER_EXCLUDES_EVERYBODY,
            0,
            FAILS_ITS_CHECK),
        new Mutant(
            "the wait group's counter may become zero between the look and the queueing",
            "WaitGroup.java",
            "if (STATE.compareAndSet(this, s, s + 1)) {",
            "STATE.getAndAdd(this, 1L);\n        if (s != 0) {",
            SyncProgram.A_WAIT_GROUP_WAITS_FOR_ALL,
            0,
            HANGS));
  }

  private static List<Mutant> scheduler() {
    return List.of(
        new Mutant(
            "the owner of a run queue does not expect thieves",
            "internal/sched/RunQueue.java",
            "if (HEAD.compareAndSet(this, from, from + 1)) {",
            "HEAD.setVolatile(this, from + 1);\n      if (goroutine != null) {",
            SchedProgram.A_RUN_QUEUE_GIVES_EACH_ONCE,
            0,
            FAILS_ITS_CHECK),
        new Mutant(
            "a thief does not expect other thieves",
            "internal/sched/RunQueue.java",
            "if (HEAD.compareAndSet(this, from, from + n)) {",
            "HEAD.setVolatile(this, from + n);\n      if (into[0] != null) {",
            SchedProgram.A_RUN_QUEUE_GIVES_EACH_ONCE,
            0,
            FAILS_ITS_CHECK),
        new Mutant(
            "a slot of a run queue is published before it is filled",
            "internal/sched/RunQueue.java",
            "SLOT.setOpaque(slots, to & MASK, goroutine);",
            "TAIL.setRelease(this, to + 1);\n    SLOT.setOpaque(slots, to & MASK, goroutine);",
            SchedProgram.A_RUN_QUEUE_GIVES_EACH_ONCE,
            0,
            FAILS_ITS_CHECK),
        new Mutant(
            "two take what is in runnext",
            "internal/sched/Processor.java",
            "return next != null && NEXT.compareAndSet(this, next, null) ? next : null;",
            "NEXT.setVolatile(this, null);\n    return next;",
            SchedProgram.RUNNEXT_IS_TAKEN_ONCE,
            0,
            FAILS_ITS_CHECK),
        new Mutant(
            "the global queue is changed without its guard",
            "internal/sched/GlobalQueue.java",
            "    guard.lock();\n    try {\n      queue.addLast(goroutine);",
            "    try {\n      queue.addLast(goroutine);",
            SchedProgram.A_GLOBAL_QUEUE_GIVES_EACH_ONCE,
            0,
            FAILS_ITS_CHECK));
  }
}
