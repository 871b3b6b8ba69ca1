package dev.goguard.analysis.group;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;

/**
 * Something that running a body does to a group, itself or by a call.
 *
 * @param in the body that names the group so
 * @param at the call or method reference that does it
 * @param timed gives up after a time
 */
public record GroupUse(EventKind kind, Body in, Expr at, boolean timed) {}
