package dev.goguard.analysis.summary;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import java.util.List;
import java.util.Set;

/**
 * An event that running a body leads to, in the names of that body.
 *
 * @param in the body that the event stands in, at the end of {@code via}
 * @param path what it happens to, as the summarised body names it
 * @param locks held at the event, as the summarised body names them
 * @param always on every path to the normal end
 * @param evenOnFailure on every path to an end by an exception too
 * @param via the calls that lead to it, outermost first; empty when it stands in the summarised
 *     body itself
 */
public record Happening(
    Event event,
    Body in,
    AccessPath path,
    Set<AccessPath> locks,
    boolean always,
    boolean evenOnFailure,
    List<Event> via) {

  public boolean is(EventKind kind) {
    return event.is(kind);
  }
}
