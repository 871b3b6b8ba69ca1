package dev.goguard.runtime;

import java.time.Instant;
import java.util.Optional;

/** The root of all contexts. */
final class BackgroundContext implements Context {
  static final Context BACKGROUND = new BackgroundContext("context.Background");
  static final Context TODO = new BackgroundContext("context.TODO");

  private final String name;

  private BackgroundContext(String name) {
    this.name = name;
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
    return null;
  }

  @Override
  public String toString() {
    return name;
  }
}
