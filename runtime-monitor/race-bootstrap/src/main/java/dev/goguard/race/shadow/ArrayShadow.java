package dev.goguard.race.shadow;

import dev.goguard.race.context.SiteNames;
import dev.goguard.race.detector.Access;
import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.Speculation;
import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.memory.Memory;

/**
 * The accesses of one array's elements, in blocks of 64 made when touched; goes when the array
 * does. Indices beyond the array are left to the program's own instruction.
 */
public final class ArrayShadow extends WeakTable.Entry implements Speculation.Elements {
  static final int SHIFT = 6;
  static final int LAST = (1 << SHIFT) - 1;

  private final int length;
  private final Block[] blocks;

  ArrayShadow(Object array, int hash, int part, int length) {
    super(array, hash, part);
    this.length = length;
    this.blocks = new Block[length + LAST >> SHIFT];
  }

  /** An element is read; the fast path is that this thread did so, or wrote it, in this epoch. */
  public void read(int index, ThreadState thread, long context, int site) {
    if (Integer.compareUnsigned(index, length) < 0) {
      Block block = blocks[index >> SHIFT];
      if (block == null || !block.hasRead(1L << index, thread.epoch)) {
        firstRead(index, thread, context, site);
      }
    }
  }

  private void firstRead(int index, ThreadState thread, long context, int site) {
    if (thread.speculation != null) {
      thread.speculation.read(this, index, thread, context, site);
    } else {
      record(Cell.READ, index >> SHIFT, 1L << index, thread, context, site);
    }
  }

  /** An element is written. */
  public void write(int index, ThreadState thread, long context, int site) {
    if (Integer.compareUnsigned(index, length) < 0) {
      Block block = blocks[index >> SHIFT];
      if (block == null || !block.hasWritten(1L << index, thread.epoch)) {
        record(Cell.WRITE, index >> SHIFT, 1L << index, thread, context, site);
      }
    }
  }

  /** An element is accessed in a way of which {@link Cell} has the kind. */
  public void access(int kind, int index, ThreadState thread, long context, int site) {
    if (Integer.compareUnsigned(index, length) < 0) {
      record(kind, index >> SHIFT, 1L << index, thread, context, site);
    }
  }

  /** The elements from {@code from} up to {@code to}, without it, are read. */
  public void readRange(int from, int to, ThreadState thread, long context, int site) {
    new Sweep(this, Cell.READ, thread, context, site).range(from, to);
  }

  /** The elements from {@code from} up to {@code to}, without it, are written. */
  public void writeRange(int from, int to, ThreadState thread, long context, int site) {
    new Sweep(this, Cell.WRITE, thread, context, site).range(from, to);
  }

  /** So many elements are read, each {@code growth} behind the one before; the last is known. */
  public void readRun(int last, int growth, int count, ThreadState thread, long context, int site) {
    new Sweep(this, Cell.READ, thread, context, site).run(last, growth, count);
  }

  /** So many elements are written, likewise. */
  public void writeRun(
      int last, int growth, int count, ThreadState thread, long context, int site) {
    new Sweep(this, Cell.WRITE, thread, context, site).run(last, growth, count);
  }

  /** The clock that orders the volatile accesses to an element. */
  SyncClock clock(int index) {
    return block(index >> SHIFT).clock(index & LAST);
  }

  int length() {
    return length;
  }

  private void record(int kind, int at, long mask, ThreadState thread, long context, int site) {
    if (Access.isWatched(thread)) {
      record(at, mask, thread, thread.access(kind, context, site), site);
    }
  }

  /** Applies the rules to some elements of the block {@code at}, and tells what is found. */
  void record(int at, long mask, ThreadState thread, long access, int site) {
    Conflict found = block(at).record(mask, thread, access);
    for (; found != null; found = found.next()) {
      int index = (at << SHIFT) + found.element();
      Access.report(thread, SiteNames.of(site) + "[" + index + "]", access, found.cell());
    }
  }

  @Override
  public long lastWrite(int index) {
    return block(index >> SHIFT).lastWrite(1L << index);
  }

  @Override
  public void count(int index, ThreadState thread, long access, long written, int site) {
    block(index >> SHIFT).record(1L << index, thread, access);
    if (!thread.happensBefore(written)) {
      Access.report(thread, SiteNames.of(site) + "[" + index + "]", access, written);
    }
  }

  /** Two threads may need the block first: the one that loses takes the other's. */
  Block block(int at) {
    Block block = blocks[at];
    if (block == null) {
      Block mine = new Block();
      Object other = Memory.compareAndExchange(blocks, at, mine);
      block = other == null ? mine : (Block) other;
    }
    return block;
  }
}
