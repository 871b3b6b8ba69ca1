package dev.goguard.runtime;

import java.util.ArrayList;
import java.util.List;

/** Receives everything there is to come, once: assertions may iterate as often as they like. */
final class Drain {
  private Drain() {}

  static <T> List<T> all(RecvChan<T> channel) {
    List<T> elements = new ArrayList<>();
    for (T element : channel) {
      elements.add(element);
    }
    return elements;
  }
}
