package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.ArrayCases;
import sample.AtomicCases;
import sample.ContainerCases;
import sample.HandleCases;
import sample.LoopCases;
import sample.ReflectionCases;
import sample.TransferCases;

/** Calls of the JDK, and loops, in program code: what races is reported, and nothing else. */
class CallSitesIT {
  @ParameterizedTest
  @ValueSource(
      classes = {
        ArrayCases.class,
        AtomicCases.class,
        ContainerCases.class,
        ReflectionCases.class,
        TransferCases.class,
        HandleCases.class,
        LoopCases.class
      })
  void cases_underTheAgent_areReportedWhenTheyRace(Class<?> program) throws Exception {
    AgentProcess process = AgentProcess.run("race", program);

    assertThat(wrong(process.err())).as(process.err()).isEmpty();
    assertThat(process.err()).contains("CASE racy", "CASE clean");
  }

  @Test
  void handles_thatThrow_throwTheSame() throws Exception {
    AgentProcess process = AgentProcess.run("race", HandleCases.class);

    assertThat(process.out().lines())
        .containsExactly(
            "ClassCastException", "NullPointerException", "WrongMethodTypeException", "0", "9");
  }

  /** The cases whose reports are not as announced. */
  private static List<String> wrong(String err) {
    List<String> wrong = new ArrayList<>();
    String[] cases = err.split("CASE ");
    for (int i = 1; i < cases.length; i += 2) {
      String title = cases[i].lines().findFirst().orElseThrow();
      boolean reported = cases[i].contains("WARNING: DATA RACE");
      if (reported != title.startsWith("racy")) {
        wrong.add(title);
      }
    }
    return wrong;
  }
}
