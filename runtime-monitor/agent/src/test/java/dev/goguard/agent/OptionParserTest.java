package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {
  @Test
  void parse_raceAlone_hasDefaults() throws OptionException {
    AgentOptions options = OptionParser.parse("race");

    assertThat(options.include()).isEmpty();
    assertThat(options.exitCode()).isEqualTo(66);
    assertThat(options.haltOnError()).isFalse();
  }

  @Test
  void parse_allKeys_readsEach() throws OptionException {
    AgentOptions options = OptionParser.parse(
        "race,include=a.*:b.**,exclude=a.B,halt_on_error=1,exitcode=3,log_path=l,"
            + "suppressions=s,sarif=r.sarif,html=r.html,sources=src,summary=true");

    assertThat(options.include())
        .extracting(pattern -> pattern.text())
        .containsExactly("a.*", "b.**");
    assertThat(options.exclude()).hasSize(1);
    assertThat(options.haltOnError()).isTrue();
    assertThat(options.exitCode()).isEqualTo(3);
    assertThat(options.logPath()).contains(Path.of("l"));
    assertThat(options.suppressions()).contains(Path.of("s"));
    assertThat(options.sarif()).contains(Path.of("r.sarif"));
    assertThat(options.html()).contains(Path.of("r.html"));
    assertThat(options.sources()).containsExactly(Path.of("src"));
    assertThat(options.summary()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|race",
        "summary=1|race",
        "race,exitcode|exitcode",
        "race,exitcode=|exitcode",
        "race,exitcode=256|exitcode",
        "race,exitcode=x|exitcode",
        "race,halt_on_error=2|halt_on_error",
        "race,include=a..b|include",
        "race,exclude=a:|exclude",
        "race,colour=red|colour",
        "race,summary=1,summary=1|summary",
      })
  void parse_badOption_namesIt(String arguments, String option) {
    assertThatThrownBy(() -> OptionParser.parse(arguments))
        .isInstanceOf(OptionException.class)
        .hasMessageStartingWith("goguard: option " + option + ": ")
        .hasMessageNotContaining("\n");
  }
}
