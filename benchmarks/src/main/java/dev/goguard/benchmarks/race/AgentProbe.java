package dev.goguard.benchmarks.race;

import dev.goguard.benchmarks.race.workload.Randoms;
import java.lang.reflect.Field;
import java.util.Arrays;

/**
 * Exits with 0 when an agent has added fields to the programs: without them, it watches nothing.
 */
final class AgentProbe {
  private AgentProbe() {}

  public static void main(String[] args) {
    boolean added = Arrays.stream(Randoms.class.getDeclaredFields()).anyMatch(Field::isSynthetic);
    System.exit(added ? 0 : 1);
  }
}
