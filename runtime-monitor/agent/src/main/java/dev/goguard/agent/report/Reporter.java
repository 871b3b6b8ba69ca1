package dev.goguard.agent.report;

import dev.goguard.agent.AgentOptions;
import dev.goguard.agent.findings.RaceFiles;
import dev.goguard.agent.transform.TransformSummary;
import dev.goguard.race.bootstrap.Exit;
import dev.goguard.race.report.Race;
import dev.goguard.race.report.RaceSink;
import dev.goguard.race.report.RaceText;
import dev.goguard.race.report.Races;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells races as the options say, and what there is to tell at the end of the run. */
public final class Reporter implements RaceSink {
  private final AgentOptions options;
  private final Suppressions suppressions;
  private final Output output;
  private volatile Supplier<TransformSummary> classes;

  /** A reporter that tells races to {@code output}, less those suppressed. */
  public Reporter(AgentOptions options, Suppressions suppressions, Output output) {
    this.options = options;
    this.suppressions = suppressions;
    this.output = output;
  }

  /** Takes the program's races from now on; {@code classes} is asked at the end. */
  public void start(Supplier<TransformSummary> classes) {
    this.classes = classes;
    Exit.useCode(options.exitCode());
    Races.all().sendTo(this);
  }

  @Override
  public boolean wants(Race race) {
    return !suppressions.match(race);
  }

  @Override
  public void tell(Race race) {
    output.write(RaceText.of(race));
    if (options.haltOnError()) {
      halt();
    }
  }

  /** Whatever goes wrong with the reports, the program ends. */
  private void halt() {
    try {
      end(Optional.empty());
    } finally {
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
    if (options.sarif().isPresent() || options.html().isPresent()) {
      writeFiles(races);
    }
  }

  private void writeFiles(int races) {
    try {
      new RaceFiles(options.sarif(), options.html(), options.sources())
          .write(Races.all().since(0), races, classes.get());
    } catch (RuntimeException e) {
      output.write("goguard: no report file: " + e.getMessage() + "\n");
    }
  }
}
