package dev.goguard.analysis.lock;

import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import java.util.List;

/**
 * A lock that a path out of a body keeps.
 *
 * @param acquired where the path takes it
 * @param path from the entry to the end of the body
 */
public record KeptLock(AccessPath lock, Event acquired, List<Node> path) {}
