package dev.goguard.agent.findings;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Flow;
import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.race.report.Race;
import dev.goguard.race.report.Side;
import dev.goguard.race.report.ThreadName;
import java.util.ArrayList;
import java.util.List;

/** Says a race as a finding: where each thread was started, and its way down to the access. */
final class RaceFinding {
  private static final Location NOWHERE = new Location("unknown", SourceRange.NONE);

  private final Race race;
  private final Places places;

  private RaceFinding(Race race, Places places) {
    this.race = race;
    this.places = places;
  }

  static Finding of(Race race, Places places) {
    return new RaceFinding(race, places).finding();
  }

  private Finding finding() {
    return new Finding(
        DataRace.NAME,
        Severity.ERROR,
        message(),
        place(race.access().frames()),
        element(race.access().frames()),
        related(),
        List.of(flow(race.access()), flow(race.previous())),
        "");
  }

  private String message() {
    return "data race on " + race.variable() + ": " + action(race.access())
        + " and the previous " + action(race.previous())
        + " are not ordered; guard both with one lock, or make the variable atomic";
  }

  private static String action(Side side) {
    return side.action() + " by " + ThreadName.of(side.thread());
  }

  private List<FlowStep> related() {
    List<FlowStep> related = new ArrayList<>();
    related.add(
        new FlowStep(place(race.previous().frames()), "previous " + action(race.previous())));
    addCreation(race.access(), related);
    if (race.previous().thread() != race.access().thread()) {
      addCreation(race.previous(), related);
    }
    return related;
  }

  private void addCreation(Side side, List<FlowStep> steps) {
    if (side.creation().length > 0) {
      String started = ThreadName.of(side.thread()) + " was started in ";
      steps.add(new FlowStep(place(side.creation()), started + element(side.creation())));
    }
  }

  private Flow flow(Side side) {
    List<FlowStep> steps = new ArrayList<>();
    addCreation(side, steps);
    StackTraceElement[] frames = side.frames();
    for (int i = frames.length - 1; i > 0; i--) {
      steps.add(new FlowStep(places.of(frames[i]), name(frames[i]) + " calls"));
    }
    steps.add(new FlowStep(place(frames), side.action() + " in " + element(frames)));
    return new Flow(ThreadName.of(side.thread()), steps);
  }

  private Location place(StackTraceElement[] frames) {
    return frames.length == 0 ? NOWHERE : places.of(frames[0]);
  }

  private static String element(StackTraceElement[] frames) {
    return frames.length == 0 ? "unknown code" : name(frames[0]);
  }

  private static String name(StackTraceElement frame) {
    return frame.getClassName() + '.' + frame.getMethodName();
  }
}
