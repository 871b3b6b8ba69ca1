package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.LongBuffer;

/** Buffers: their position and limit, and their elements each by itself. */
final class Buffers {
  private Buffers() {}

  /** Two relative puts move one position. */
  static void raceRelativePuts() throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(64);
    threads(
        // RACE: buffer
        () -> buffer.putInt(1),
        // RACE: buffer
        () -> buffer.putInt(2));
  }

  /** The same outside the heap. */
  static void raceRelativePutsIntoDirectBuffer() throws Exception {
    ByteBuffer buffer = ByteBuffer.allocateDirect(64);
    threads(
        // RACE: buffer
        () -> buffer.putInt(1),
        // RACE: buffer
        () -> use(buffer.get()));
  }

  /** A put by index, and a get of one of its bytes. */
  static void raceSameElement() throws Exception {
    ByteBuffer buffer = ByteBuffer.allocateDirect(64);
    threads(
        // RACE: element
        () -> buffer.putInt(8, 1),
        // RACE: element
        () -> use(buffer.get(11)));
  }

  /** Puts by index move nothing. */
  static void noRaceElementsByIndex() throws Exception {
    LongBuffer heap = LongBuffer.allocate(8);
    ByteBuffer direct = ByteBuffer.allocateDirect(64);
    threads(
        () -> {
          heap.put(0, 1);
          direct.putLong(0, 1);
        },
        () -> {
          heap.put(1, 1);
          direct.putLong(8, 1);
        });
  }

  /** A flip moves the limit that a get by index is checked against. */
  static void raceFlip() throws Exception {
    CharBuffer buffer = CharBuffer.wrap("text".toCharArray());
    buffer.position(2);
    threads(
        // RACE: limit
        () -> buffer.flip(),
        // RACE: limit
        () -> use(buffer.get(1)));
  }

  /** Duplicates have positions of their own. */
  static void noRaceDuplicates() throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(64);
    threads(() -> use(buffer.duplicate().get()), () -> use(buffer.duplicate().getInt()));
  }

  /** Duplicates share their elements. */
  static void raceElementOfDuplicates() throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(64);
    threads(
        // RACE: element
        () -> buffer.duplicate().put((byte) 1),
        // RACE: element
        () -> use(buffer.slice(0, 8).get(0)));
  }

  /** A buffer that is put into another one is read from its position on. */
  static void raceSource() throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(64);
    threads(
        // RACE: buffer
        () -> ByteBuffer.allocate(64).put(buffer),
        // RACE: buffer
        () -> use(buffer.remaining()));
  }
}
