package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadState;
import java.util.function.BinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Functions that an atomic update calls between reading a value and writing the next.
 *
 * <p>The function may use what the read value leads to, so what was released with it is acquired
 * first; and others may use what the function has made as soon as it is written, so that is
 * released when the function is done, before the write.
 */
public final class OrderedFunctions {
  private OrderedFunctions() {}

  private static void begin(SyncClock clock, ThreadState thread) {
    clock.acquire(thread);
  }

  private static void end(SyncClock clock, ThreadState thread) {
    clock.releaseMerge(thread);
  }

  /** The function between an acquire and a release; null stays null, for the caller to throw. */
  public static IntUnaryOperator ofIntUnaryOperator(
      IntUnaryOperator function, SyncClock clock, ThreadState thread) {
    return clock == null || function == null ? function : new IntUnary(function, clock, thread);
  }

  /** As for {@link IntUnaryOperator}. */
  public static LongUnaryOperator ofLongUnaryOperator(
      LongUnaryOperator function, SyncClock clock, ThreadState thread) {
    return clock == null || function == null ? function : new LongUnary(function, clock, thread);
  }

  /** As for {@link IntUnaryOperator}. */
  public static IntBinaryOperator ofIntBinaryOperator(
      IntBinaryOperator function, SyncClock clock, ThreadState thread) {
    return clock == null || function == null ? function : new IntBinary(function, clock, thread);
  }

  /** As for {@link IntUnaryOperator}. */
  public static LongBinaryOperator ofLongBinaryOperator(
      LongBinaryOperator function, SyncClock clock, ThreadState thread) {
    return clock == null || function == null ? function : new LongBinary(function, clock, thread);
  }

  /** As for {@link IntUnaryOperator}. */
  public static <T> UnaryOperator<T> ofUnaryOperator(
      UnaryOperator<T> function, SyncClock clock, ThreadState thread) {
    return clock == null || function == null ? function : new Unary<>(function, clock, thread);
  }

  /** As for {@link IntUnaryOperator}. */
  public static <T> BinaryOperator<T> ofBinaryOperator(
      BinaryOperator<T> function, SyncClock clock, ThreadState thread) {
    return clock == null || function == null ? function : new Binary<>(function, clock, thread);
  }

  private record IntUnary(IntUnaryOperator function, SyncClock clock, ThreadState thread)
      implements IntUnaryOperator {
    @Override
    public int applyAsInt(int value) {
      begin(clock, thread);
      int next = function.applyAsInt(value);
      end(clock, thread);
      return next;
    }
  }

  private record LongUnary(LongUnaryOperator function, SyncClock clock, ThreadState thread)
      implements LongUnaryOperator {
    @Override
    public long applyAsLong(long value) {
      begin(clock, thread);
      long next = function.applyAsLong(value);
      end(clock, thread);
      return next;
    }
  }

  private record IntBinary(IntBinaryOperator function, SyncClock clock, ThreadState thread)
      implements IntBinaryOperator {
    @Override
    public int applyAsInt(int value, int other) {
      begin(clock, thread);
      int next = function.applyAsInt(value, other);
      end(clock, thread);
      return next;
    }
  }

  private record LongBinary(LongBinaryOperator function, SyncClock clock, ThreadState thread)
      implements LongBinaryOperator {
    @Override
    public long applyAsLong(long value, long other) {
      begin(clock, thread);
      long next = function.applyAsLong(value, other);
      end(clock, thread);
      return next;
    }
  }

  private record Unary<T>(UnaryOperator<T> function, SyncClock clock, ThreadState thread)
      implements UnaryOperator<T> {
    @Override
    public T apply(T value) {
      begin(clock, thread);
      T next = function.apply(value);
      end(clock, thread);
      return next;
    }
  }

  private record Binary<T>(BinaryOperator<T> function, SyncClock clock, ThreadState thread)
      implements BinaryOperator<T> {
    @Override
    public T apply(T value, T other) {
      begin(clock, thread);
      T next = function.apply(value, other);
      end(clock, thread);
      return next;
    }
  }
}
