package dev.goguard.race.detector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThreadIdsTest {
  private final Detection.Cells variable = new Detection.Cells();

  private static ThreadState thread(long number, VectorClock clock, ThreadIds ids) {
    ThreadInfo info = new ThreadInfo(number, "", ThreadInfo.Kind.PLATFORM, 0);
    return new ThreadState(info, clock, ids);
  }

  private void write(ThreadState thread) {
    FastTrack.write(variable, Detection.Cells.READS, Detection.Cells.WRITES, thread, 1, 0);
  }

  private static int idOf(ThreadState thread) {
    return Cell.tid(thread.epoch);
  }

  @Test
  void threadWithoutAccess_takesNoId() {
    ThreadIds ids = new ThreadIds(10, 10);
    thread(1, VectorClock.EMPTY, ids).end();
    assertThat(ids.used()).isZero();
  }

  @Test
  void idOfJoinedThread_isUsedAgainWithALaterClock() {
    ThreadIds ids = new ThreadIds(10, 10);
    ThreadState ended = thread(1, VectorClock.EMPTY, ids);
    write(ended);
    int id = idOf(ended);
    ended.end();
    ThreadState next = thread(2, ended.released(), ids);
    write(next);
    assertThat(idOf(next)).isEqualTo(id);
    assertThat(Cell.clock(next.epoch)).isEqualTo(2);
    assertThat(next.races.isEmpty()).isTrue();
  }

  @Test
  void idOfUnknownThread_isLeftAloneWhileThereAreFreshOnes() {
    ThreadIds ids = new ThreadIds(2, 10);
    ThreadState ended = thread(1, VectorClock.EMPTY, ids);
    write(ended);
    ended.end();
    ThreadState next = thread(2, VectorClock.EMPTY, ids);
    write(next);
    assertThat(ids.used()).isEqualTo(2);
    assertThat(ids.unordered()).isZero();
    assertThat(next.races.size()).isEqualTo(1);
  }

  @Test
  void idOfUnknownThread_isTakenWithItsOrderWhenThereIsNoOther() {
    ThreadIds ids = new ThreadIds(1, 10);
    ThreadState ended = thread(1, VectorClock.EMPTY, ids);
    ended.learn(VectorClock.EMPTY.with(7, 3));
    write(ended);
    ended.end();
    ThreadState next = thread(2, VectorClock.EMPTY, ids);
    write(next);
    assertThat(ids.unordered()).isEqualTo(1);
    assertThat(next.clock.get(7)).isEqualTo(3);
    assertThat(next.races.isEmpty()).as("a race is missed, and that is counted").isTrue();
  }

  @Test
  void threadWithoutId_comparesButLeavesNoCell() {
    ThreadIds ids = new ThreadIds(1, 10);
    ThreadState first = thread(1, VectorClock.EMPTY, ids);
    write(first);
    long left = variable.writes;
    ThreadState second = thread(2, VectorClock.EMPTY, ids);
    write(second);
    assertThat(second.races.size()).isEqualTo(1);
    assertThat(variable.writes).isEqualTo(left);
    assertThat(ids.refused()).isEqualTo(1);
  }

  @Test
  void threadWithoutId_getsOneThatIsGivenBack() {
    ThreadIds ids = new ThreadIds(1, 10);
    ThreadState first = thread(1, VectorClock.EMPTY, ids);
    write(first);
    ThreadState second = thread(2, VectorClock.EMPTY, ids);
    write(second);
    first.end();
    second.learn(first.released());
    write(second);
    assertThat(idOf(second)).isEqualTo(1);
    assertThat(ids.unordered()).isZero();
  }

  @Test
  void usedUpClock_burnsTheIdAndTakesAnother() {
    ThreadIds ids = new ThreadIds(10, 3);
    ThreadState thread = thread(1, VectorClock.EMPTY, ids);
    for (int i = 0; i < 4; i++) {
      write(thread);
      thread.released();
    }
    assertThat(ids.burned()).isEqualTo(1);
    assertThat(idOf(thread)).isEqualTo(2);
    assertThat(thread.races.isEmpty()).as("its own earlier writes").isTrue();
  }

  @Test
  void owners_areKnownByTheClockOfTheAccess() {
    ThreadIds ids = new ThreadIds(10, 10);
    ThreadState first = thread(41, VectorClock.EMPTY, ids);
    write(first);
    first.end();
    ThreadState second = thread(42, first.released(), ids);
    write(second);
    assertThat(ids.owner(1, 1).number()).isEqualTo(41);
    assertThat(ids.owner(1, 1).ended()).isTrue();
    assertThat(ids.owner(1, 2).number()).isEqualTo(42);
    assertThat(ids.owner(9, 1)).isNull();
  }

  @Test
  void owners_areForgottenBeyondABound() {
    Owner owner = null;
    for (int i = 1; i <= 5; i++) {
      owner = new Owner(new ThreadInfo(i, "", ThreadInfo.Kind.PLATFORM, 0), i, owner);
    }
    owner.keep(2); // five are more than twice as many
    assertThat(owner.at(5).number()).isEqualTo(5);
    assertThat(owner.at(4).number()).isEqualTo(4);
    assertThat(owner.at(3)).isNull();
  }

  @Test
  void startUp_recordsNothingUntilItEnds() {
    ThreadState first = ThreadState.first(
        new ThreadInfo(1, "", ThreadInfo.Kind.PLATFORM, 0), new ThreadIds(10, 10));
    assertThat(Cell.sameEpoch(variable.writes, first.epoch)).isTrue();
    assertThat(Access.isWatched(first)).isFalse();
    first.endStartUp();
    assertThat(Cell.sameEpoch(variable.writes, first.epoch)).isFalse();
    assertThat(Access.isWatched(first)).isTrue();
  }
}
