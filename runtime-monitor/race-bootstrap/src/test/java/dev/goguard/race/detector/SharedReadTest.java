package dev.goguard.race.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SharedReadTest {
  private final ThreadIds ids = new ThreadIds(1000, 1000);
  private final Detection.Cells variable = new Detection.Cells();

  private ThreadState thread() {
    ThreadInfo info = new ThreadInfo(0, "", ThreadInfo.Kind.PLATFORM, 0);
    return new ThreadState(info, VectorClock.EMPTY, ids);
  }

  private void read(ThreadState thread) {
    FastTrack.read(variable, Detection.Cells.READS, Detection.Cells.WRITES, thread, 1, 0);
  }

  private void write(ThreadState thread) {
    FastTrack.write(variable, Detection.Cells.READS, Detection.Cells.WRITES, thread, 1, 0);
  }

  private List<ThreadState> readers(int count) {
    List<ThreadState> readers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readers.add(thread());
      read(readers.get(i));
    }
    return readers;
  }

  @Test
  void manyReaders_areAllKnownInTheirEpoch() {
    List<ThreadState> readers = readers(100);
    SharedRead shared = SharedReads.of(variable.reads);
    for (ThreadState reader : readers) {
      assertThat(shared.has(reader.epoch, Cell.READ)).isTrue();
      assertThat(shared.has(reader.epoch, Cell.ATOMIC_READ)).isFalse();
      reader.released();
      assertThat(shared.has(reader.epoch, Cell.READ)).isFalse();
    }
  }

  @Test
  void placesOfTheFirstReaders_tellTheirEpoch() {
    List<ThreadState> readers = readers(ReadPlaces.PLACES);
    for (ThreadState reader : readers) {
      assertThat(ReadPlaces.has(variable.reads, reader.epoch)).isTrue();
      reader.released();
      assertThat(ReadPlaces.has(variable.reads, reader.epoch)).isFalse();
      read(reader);
      assertThat(ReadPlaces.has(variable.reads, reader.epoch)).isTrue();
    }
  }

  @Test
  void placesOfANumberThatIsUsedAgain_areEmpty() {
    List<ThreadState> readers = readers(2);
    SharedRead unused = SharedReads.of(variable.reads);
    SharedReads.release(unused);
    SharedRead again = SharedReads.create(variable);
    assertThat(again.index).isEqualTo(unused.index);
    readers.forEach(reader -> assertThat(again.has(reader.epoch, Cell.READ)).isFalse());
  }

  @Test
  void orderedWrite_emptiesTheReadCellAndFreesTheNumber() {
    List<ThreadState> readers = readers(3);
    long cell = variable.reads;
    ThreadState writer = thread();
    readers.forEach(reader -> writer.learn(reader.released()));
    write(writer);
    assertThat(writer.races.isEmpty()).isTrue();
    assertThat(variable.reads).isZero();
    assertThat(SharedReads.of(cell)).isNull();
  }

  @Test
  void racingWrite_keepsTheReaders() {
    readers(3);
    ThreadState writer = thread();
    write(writer);
    assertThat(writer.races.size()).isEqualTo(3);
    assertThat(SharedReads.of(variable.reads)).isNotNull();
  }

  @Test
  void readerThatFindsTheReadsDead_takesTheirPlace() {
    List<ThreadState> readers = readers(2);
    ThreadState writer = thread();
    readers.forEach(reader -> writer.learn(reader.released()));
    SharedRead shared = SharedReads.of(variable.reads);
    assertThat(shared.replaceBy(writer.access(Cell.WRITE, 1, 0), writer)).isTrue();
    ThreadState late = thread();
    read(late);
    assertThat(Cell.sameEpoch(variable.reads, late.epoch)).isTrue();
  }

  @Test
  void numberOfADeadVariable_isUsedAgain() {
    List<ThreadState> readers = readers(2);
    SharedRead first = SharedReads.of(variable.reads);
    first.clear(); // as when the object is collected that holds the variable
    boolean again = false;
    for (int i = 0; i < 1 << 20 && !again; i++) {
      variable.reads = 0;
      readers.forEach(this::read);
      again = SharedReads.of(variable.reads).index == first.index;
      SharedReads.of(variable.reads).clear();
    }
    assertThat(again).isTrue();
    assertThat(SharedReads.of(first.cell())).as("the old cell means nobody").isNull();
  }
}
