package dev.goguard.analysis.thread;

import dev.goguard.analysis.call.Binding;
import dev.goguard.analysis.program.Body;

/**
 * The code that a spawn runs.
 *
 * @param body the lambda, referenced method, or {@code run} of the task object
 * @param binding from the names of {@code body} to those of the spawner
 */
public record Task(Body body, Binding binding) {}
