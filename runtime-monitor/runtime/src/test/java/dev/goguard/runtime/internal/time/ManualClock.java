package dev.goguard.runtime.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A clock that stands still unless a test moves it, for all goroutines of the test. */
public final class ManualClock implements Clock, BeforeEachCallback, AfterEachCallback {
  public static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::when));
  private long nanos;
  private Duration set = Duration.ZERO;

  @Override
  public void beforeEach(ExtensionContext context) {
    Clocks.lookUpBy(() -> this);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Clocks.lookUpBy(Clocks::real);
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return START.plus(set).plusNanos(nanos);
  }

  @Override
  public synchronized Instant steady() {
    return START.plusNanos(nanos);
  }

  /** Sets the time of day forth, or back, without any time passing. */
  public synchronized void setTimeOfDay(Duration difference) {
    set = set.plus(difference);
  }

  @Override
  public synchronized Alarm schedule(long when, Runnable action) {
    Alarm alarm = new Alarm(when, action);
    alarms.add(alarm);
    return alarm;
  }

  /** The number of alarms that have yet to go off. */
  public synchronized int pending() {
    alarms.removeIf(Alarm::isOver);
    return alarms.size();
  }

  public void advanceMillis(long millis) {
    advance(Duration.ofMillis(millis));
  }

  /** Moves on, making no alarm go off yet: on a real clock, too, alarms are late. */
  public synchronized void skip(Duration duration) {
    nanos += duration.toNanos();
  }

  /** Moves on, making the alarms on the way go off at their times. */
  public void advance(Duration duration) {
    long target = in(duration.toNanos());
    for (Alarm due = next(target); due != null; due = next(target)) {
      Runnable action = due.take();
      if (action != null) {
        action.run();
      }
    }
  }

  private synchronized Alarm next(long target) {
    Alarm first = alarms.peek();
    boolean due = first != null && first.when() <= target;
    nanos = due ? Math.max(nanos, first.when()) : target;
    return due ? alarms.poll() : null;
  }
}
