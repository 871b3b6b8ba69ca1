package dev.goguard.race.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each of FastTrack's rules on a trace; races are {@code variable earlier-later} by line. */
final class FastTrackTest {
  private static void assertRaces(String trace, String... races) {
    List<String> found = Detection.of(trace).stream().map(Race::toString).toList();
    assertThat(found).containsExactlyInAnyOrder(races);
    List<Race> all = HappensBefore.races(trace.lines().map(Event::parse).toList());
    assertThat(all).as("by definition").extracting(Race::toString).contains(races);
  }

  @Test
  void readSameEpoch_changesNothing() {
    assertRaces("""
        1 rd x
        1 rd x
        1 fork 2
        2 wr x
        """);
  }

  @Test
  void readExclusive_takesTheOrderedReadersPlace() {
    assertRaces("""
        1 fork 2
        1 rd x
        1 rel m
        2 acq m
        2 rd x
        1 wr x
        """, "x 5-6");
  }

  @Test
  void readShare_keepsBothReaders() {
    assertRaces("""
        1 fork 2
        1 fork 3
        1 rd x
        2 rd x
        3 wr x
        """, "x 3-5", "x 4-5");
  }

  @Test
  void readShared_keepsTheLastOfEachThread() {
    assertRaces("""
        1 fork 2
        1 fork 3
        1 rd x
        2 rd x
        3 rd x
        2 rel m
        2 rd x
        3 acq m
        3 wr x
        """, "x 3-9", "x 7-9");
  }

  @Test
  void readAfterUnorderedWrite_races() {
    assertRaces("""
        1 fork 2
        1 wr x
        2 rd x
        """, "x 2-3");
  }

  @Test
  void readAfterOrderedWrite_doesNot() {
    assertRaces("""
        1 fork 2
        1 wr x
        1 rel m
        2 acq m
        2 rd x
        """);
  }

  @Test
  void writeSameEpoch_coversReadsAndWrites() {
    assertRaces("""
        1 wr x
        1 wr x
        1 rd x
        """);
  }

  @Test
  void writeExclusive_racesWithWriteAndRead() {
    assertRaces("""
        1 fork 2
        1 fork 3
        1 rd x
        2 wr x
        3 wr x
        """, "x 3-4", "x 4-5", "x 3-5");
  }

  @Test
  void writeShared_whenOrderedAfterAllReads_emptiesThem() {
    assertRaces("""
        1 fork 2
        1 fork 3
        2 rd x
        3 rd x
        2 end
        3 end
        1 join 2
        1 join 3
        1 wr x
        1 fork 4
        4 rd x
        """);
  }

  @Test
  void readAfterSharedReadsWereEmptied_isCheckedAgain() {
    assertRaces("""
        1 fork 2
        1 fork 3
        2 rd x
        3 rd x
        2 end
        1 join 2
        3 rel m
        1 acq m
        1 wr x
        3 rd x
        """, "x 9-10");
  }

  @Test
  void writeThatRaces_isRecordedItself() {
    assertRaces("""
        1 fork 2
        1 fork 3
        1 wr x
        2 wr x
        3 rd x
        """, "x 3-4", "x 4-5");
  }

  @Test
  void releaseOverwrites_whatOthersReleasedBefore() {
    assertRaces("""
        1 fork 2
        1 fork 3
        1 wr x
        1 rel m
        2 rel m
        3 acq m
        3 rd x
        """, "x 3-7");
  }

  @Test
  void releaseMerge_keepsWhatOthersReleasedBefore() {
    assertRaces("""
        1 fork 2
        1 fork 3
        1 wr x
        1 merge m
        2 merge m
        3 acq m
        3 rd x
        """);
  }

  @Test
  void readModifyWrite_ordersThoseBeforeAndAfter() {
    assertRaces("""
        1 fork 2
        1 wr x
        1 rmw m
        2 rmw m
        2 wr x
        2 rmw m
        1 rmw m
        1 rd x
        """);
  }

  @Test
  void accessAfterRelease_isNotOrderedByIt() {
    assertRaces("""
        1 fork 2
        1 wr y
        1 rel m
        1 wr x
        2 acq m
        2 rd y
        2 rd x
        """, "x 4-7");
  }

  @Test
  void releaseOfNothingNew_coversNoLaterAccess() {
    assertRaces("""
        1 fork 2
        1 rel m
        1 rel m
        1 wr x
        2 acq m
        2 rd x
        """, "x 4-6");
  }

  /** The second release of one epoch would say more than the first, if it had the same number. */
  @Test
  void releaseAfterLearning_isTakenForNew() {
    assertRaces("""
        1 fork 2
        1 fork 3
        1 wr y
        1 rel m
        3 wr x
        3 rel s
        1 acq s
        1 rel n
        2 acq m
        2 acq n
        2 rd x
        """);
  }

  @Test
  void forkAndJoin_orderTheChild() {
    assertRaces("""
        1 wr x
        1 fork 2
        2 wr x
        2 end
        1 join 2
        1 wr x
        """);
  }

  @Test
  void endWithoutJoin_ordersNothing() {
    assertRaces("""
        1 fork 2
        2 wr x
        2 end
        1 wr x
        """, "x 2-4");
  }

  @Test
  void atomicAccesses_doNotRaceAmongThemselves() {
    assertRaces("""
        1 fork 2
        1 awr x
        2 awr x
        1 ard x
        2 ard x
        """);
  }

  @Test
  void atomicWrite_racesWithPlainReadAndWrite() {
    assertRaces("""
        1 fork 2
        1 fork 3
        1 awr x
        2 rd x
        3 wr x
        """, "x 3-4", "x 3-5", "x 4-5");
  }

  @Test
  void atomicRead_racesWithPlainWriteOnly() {
    assertRaces("""
        1 fork 2
        1 fork 3
        1 ard x
        2 rd x
        3 wr x
        """, "x 3-5", "x 4-5");
  }

  @Test
  void plainAccess_racesWithEveryUnorderedAtomicOne() {
    assertRaces("""
        1 fork 2
        1 fork 3
        2 awr x
        3 awr x
        3 rel m
        1 acq m
        1 rd x
        """, "x 3-7");
  }

  @Test
  void plainReadBeforeAtomicWrite_isNotForgottenByAnother() {
    assertRaces("""
        1 fork 2
        1 rd x
        1 ard x
        2 awr x
        """, "x 2-4");
  }
}
