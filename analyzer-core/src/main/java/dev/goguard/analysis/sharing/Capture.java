package dev.goguard.analysis.sharing;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.thread.SpawnSite;
import java.util.List;

/**
 * An object that a started task holds on to.
 *
 * @param path the object, as the body that was asked about names it
 * @param site where the task is started
 * @param via the calls that lead there, outermost first; empty when that is in the same body
 */
public record Capture(AccessPath path, SpawnSite site, List<Event> via) {}
