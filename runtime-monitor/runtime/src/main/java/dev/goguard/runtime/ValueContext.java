package dev.goguard.runtime;

import java.time.Instant;
import java.util.Optional;

/** A context with one value more than its parent. */
final class ValueContext implements Context {
  private final Context parent;
  private final Key<?> key;
  private final Object value;

  ValueContext(Context parent, Key<?> key, Object value) {
    if (key == null) {
      throw new GoPanic("nil key");
    }
    this.parent = parent;
    this.key = key;
    this.value = value;
  }

  Context parent() {
    return parent;
  }

  @Override
  public RecvChan<Void> done() {
    return parent.done();
  }

  @Override
  public ContextException err() {
    return parent.err();
  }

  @Override
  public Throwable cause() {
    return parent.cause();
  }

  @Override
  public Optional<Instant> deadline() {
    return parent.deadline();
  }

  @Override
  @SuppressWarnings("unchecked") // withValue pairs a key with a value of its type
  public <V> V value(Key<V> wanted) {
    return wanted == key ? (V) value : parent.value(wanted);
  }

  @Override
  public String toString() {
    return parent + ".WithValue(" + key + ", " + text(value) + ")";
  }

  /** Only strings speak for themselves: a value may be large, or secret. */
  private static String text(Object value) {
    if (value == null) {
      return "<nil>";
    }
    return value instanceof String ? (String) value : value.getClass().getName();
  }
}
