package dev.goguard.analysis.sharing;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.thread.SpawnSite;
import dev.goguard.analysis.thread.Task;

/**
 * A variable that a loop changes from turn to turn, and that a task of an earlier turn still reads.
 *
 * @param variable the local or field
 * @param changed where the loop changes it
 * @param used where the task reads it
 * @param isObject whether it is an object that the loop moves on, so that a second name for it is
 *     no copy
 */
public record LoopCapture(
    SpawnSite site,
    Task task,
    AccessPath variable,
    SourceRange changed,
    SourceRange used,
    boolean isObject) {}
