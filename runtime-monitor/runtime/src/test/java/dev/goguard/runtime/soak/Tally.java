package dev.goguard.runtime.soak;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How often each kind of operation was done. */
final class Tally {
  enum Operation {
    SEND,
    TRY_SEND,
    SELECT_SEND,
    RECEIVE,
    TRY_RECEIVE,
    SELECT_RECEIVE,
    SELECT_TIMEOUT,
    CLOSE,
    MUTEX,
    WAIT_GROUP,
    CANCEL,
    DEADLINE,
    INTERRUPT
  }

  private final Map<Operation, LongAdder> counts = new EnumMap<>(Operation.class);

  Tally() {
    for (Operation operation : Operation.values()) {
      counts.put(operation, new LongAdder());
    }
  }

  void count(Operation operation) {
    counts.get(operation).increment();
  }

  long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(e -> e.getKey().name().toLowerCase().replace('_', ' ') + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
