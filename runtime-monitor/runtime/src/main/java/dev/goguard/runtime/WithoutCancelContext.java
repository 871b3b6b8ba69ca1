package dev.goguard.runtime;

import java.time.Instant;
import java.util.Optional;

/** A context with the values of its parent and nothing else of it. */
final class WithoutCancelContext implements Context {
  private final Context parent;

  WithoutCancelContext(Context parent) {
    this.parent = parent;
  }

  @Override
  public RecvChan<Void> done() {
    return Chan.nil();
  }

  @Override
  public ContextException err() {
    return null;
  }

  @Override
  public Throwable cause() {
    return null;
  }

  @Override
  public Optional<Instant> deadline() {
    return Optional.empty();
  }

  @Override
  public <V> V value(Key<V> key) {
    return Lineage.value(this, key);
  }

  Context parent() {
    return parent;
  }

  /** What it adds to the text of its parent. */
  String step() {
    return ".WithoutCancel";
  }

  @Override
  public String toString() {
    return Lineage.text(this);
  }
}
