package dev.goguard.analysis;

import java.util.List;

/**
 * What one thread does, in order.
 *
 * @param thread the thread in words ({@code "spawner"}, {@code "task"})
 * @param steps in the order of execution
 */
public record Flow(String thread, List<FlowStep> steps) {
  public Flow {
    steps = List.copyOf(steps);
  }
}
