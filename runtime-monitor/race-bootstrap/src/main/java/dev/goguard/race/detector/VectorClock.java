package dev.goguard.race.detector;

import java.util.Arrays;

/**
 * For each thread id, the clock up to which its accesses happen before the owner's next one.
 *
 * <p>A vector clock never changes: threads, children and synchronization objects share it, and what
 * each of them changes is the reference they hold. Its clocks lie in chunks that are shared as
 * well. One entry is kept beside the chunks, that of the thread that released the clock: so a
 * release and a fork copy nothing, and a clock that learns of nothing but that thread's progress
 * keeps its chunks. That entry is never smaller than what the chunks say.
 */
final class VectorClock {
  static final VectorClock EMPTY = new VectorClock(new int[0][], 0, 0);

  private final int[][] chunks;

  /** The id that the entry beside the chunks is of, or 0, which no thread has. */
  final int tid;

  /** The entry beside the chunks. */
  final int clock;

  /** Whether this is all that thread {@code tid} knew when it released {@code clock}, not more. */
  final boolean release;

  private VectorClock(int[][] chunks, int tid, int clock) {
    this(chunks, tid, clock, false);
  }

  private VectorClock(int[][] chunks, int tid, int clock, boolean release) {
    this.chunks = chunks;
    this.tid = tid;
    this.clock = clock;
    this.release = release;
  }

  int get(int id) {
    return id == tid ? clock : inChunks(id);
  }

  private int inChunks(int id) {
    int at = id >>> Chunk.BITS;
    return at >= chunks.length ? 0 : Chunk.get(chunks[at], id & Chunk.SIZE - 1);
  }

  /** This clock as released by a thread: the same, with the releaser's entry beside it. */
  VectorClock releasedBy(int releaser, int at) {
    return new VectorClock(folded().chunks, releaser, at, true);
  }

  /** The same clock with nothing beside its chunks. */
  VectorClock folded() {
    return tid == 0 ? this : new VectorClock(chunksWith(tid, clock), 0, 0);
  }

  /** This clock with an entry that is at least {@code at}. */
  VectorClock with(int id, int at) {
    if (at <= get(id)) {
      return this;
    }
    return id == tid || tid == 0
        ? new VectorClock(chunks, id, at)
        : new VectorClock(chunksWith(tid, clock), id, at);
  }

  private int[][] chunksWith(int id, int at) {
    if (inChunks(id) >= at) {
      return chunks;
    }
    int index = id >>> Chunk.BITS;
    int[][] copy = Arrays.copyOf(chunks, Math.max(chunks.length, index + 1));
    copy[index] = Chunk.with(copy[index], id & Chunk.SIZE - 1, at);
    return copy;
  }

  /** The larger of both for each thread; one of the two when it is that already. */
  VectorClock join(VectorClock other) {
    if (coversChunks(other)) {
      return with(other.tid, other.clock);
    }
    if (other.coversChunks(this)) {
      return other.with(tid, clock);
    }
    return joinChunks(other).with(tid, clock).with(other.tid, other.clock);
  }

  /** Whether everything {@code other} knows of is known here. */
  boolean covers(VectorClock other) {
    return other.clock <= get(other.tid) && coversChunks(other);
  }

  private boolean coversChunks(VectorClock other) {
    if (other.chunks == chunks) {
      return true;
    }
    for (int i = 0; i < other.chunks.length; i++) {
      int[] known = i < chunks.length ? chunks[i] : null;
      if (!Chunk.covers(known, other.chunks[i]) && !coversBeside(i, known, other.chunks[i])) {
        return false;
      }
    }
    return true;
  }

  /** As {@link Chunk#covers}, with the entry that lies beside the chunks. */
  private boolean coversBeside(int index, int[] known, int[] other) {
    return tid != 0
        && tid >>> Chunk.BITS == index
        && Chunk.covers(Chunk.with(known, tid & Chunk.SIZE - 1, clock), other);
  }

  private VectorClock joinChunks(VectorClock other) {
    int[][] joined = Arrays.copyOf(chunks, Math.max(chunks.length, other.chunks.length));
    for (int i = 0; i < other.chunks.length; i++) {
      joined[i] = Chunk.join(joined[i], other.chunks[i]);
    }
    return new VectorClock(joined, 0, 0);
  }
}
