package dev.goguard.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartUpTest {
  private final StartUp startUp = new StartUp();

  @Test
  void sentence_halfASecondMore_isPlain() {
    startUp.add(Contender.JAVA, 0.25);
    startUp.add(Contender.JAVA_RACE, 0.75);
    assertThat(startUp.sentence()).contains("0.25 s, 0.75 s with the agent, 0.50 s more");
  }

  @Test
  void sentence_longer_isBold() {
    startUp.add(Contender.JAVA, 0.25);
    startUp.add(Contender.JAVA_RACE, 1.25);
    assertThat(startUp.sentence()).contains("**1.00 s** more");
  }

  @Test
  void sentence_noAgent_saysSo() {
    startUp.add(Contender.JAVA, 0.25);
    assertThat(startUp.sentence()).isEqualTo("Start-up: not measured.");
  }
}
