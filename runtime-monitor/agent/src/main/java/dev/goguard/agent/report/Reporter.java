package dev.goguard.agent.report;

import dev.goguard.agent.AgentOptions;
import dev.goguard.race.bootstrap.Exit;
import dev.goguard.race.report.Race;
import dev.goguard.race.report.RaceSink;
import dev.goguard.race.report.RaceText;
import dev.goguard.race.report.Races;
import java.io.IOException;
import java.util.Optional;

/** Tells races as the options say, and what there is to tell at the end of the run. */
public final class Reporter implements RaceSink {
  private final AgentOptions options;
  private final Suppressions suppressions;
  private final Output output;

  private Reporter(AgentOptions options, Suppressions suppressions, Output output) {
    this.options = options;
    this.suppressions = suppressions;
    this.output = output;
  }

  /** Opens what the options name; the exception's message is for the user. */
  public static Reporter open(AgentOptions options) throws IOException {
    Suppressions suppressions = options.suppressions().isPresent()
        ? Suppressions.read(options.suppressions().get())
        : Suppressions.none();
    return new Reporter(options, suppressions, Output.to(options.logPath()));
  }

  /** Takes the program's races from now on. */
  public void start() {
    Exit.useCode(options.exitCode());
    Races.all().sendTo(this);
  }

  @Override
  public void accept(Race race) {
    if (suppressions.match(race)) {
      return;
    }
    Races.all().remember(race);
    output.write(RaceText.of(race));
    if (options.haltOnError()) {
      end(Optional.empty());
      Runtime.getRuntime().halt(options.exitCode());
    }
  }

  /** The run is over. */
  public void end(Optional<String> summary) {
    int races = Races.all().count();
    if (races > 0) {
      output.write("goguard: found " + races + (races == 1 ? " data race\n" : " data races\n"));
    }
    for (String unused : suppressions.unused()) {
      output.write("goguard: suppression matched nothing: " + unused + "\n");
    }
    summary.ifPresent(output::write);
  }
}
