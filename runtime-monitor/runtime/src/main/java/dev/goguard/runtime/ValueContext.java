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

  /** The nearest ancestor that is more than a value: everything but values is its affair. */
  Context bearer() {
    Context nearest = parent;
    while (nearest instanceof ValueContext) {
      nearest = ((ValueContext) nearest).parent;
    }
    return nearest;
  }

  Key<?> key() {
    return key;
  }

  Object value() {
    return value;
  }

  @Override
  public RecvChan<Void> done() {
    return bearer().done();
  }

  @Override
  public ContextException err() {
    return bearer().err();
  }

  @Override
  public Throwable cause() {
    return bearer().cause();
  }

  @Override
  public Optional<Instant> deadline() {
    return Lineage.deadline(this);
  }

  @Override
  public <V> V value(Key<V> wanted) {
    return Lineage.value(this, wanted);
  }

  /** What it adds to the text of its parent. */
  String step() {
    return ".WithValue(" + key + ", " + text(value) + ")";
  }

  @Override
  public String toString() {
    return Lineage.text(this);
  }

  /** Only strings speak for themselves: a value may be large, or secret. */
  private static String text(Object value) {
    if (value == null) {
      return "<nil>";
    }
    return value instanceof String ? (String) value : value.getClass().getName();
  }
}
